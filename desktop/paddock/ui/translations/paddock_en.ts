<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Attachments</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read whole</source>
        <translation>
            <numerusform>%n not read whole</numerusform>
            <numerusform>%n not read whole</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BringDialog</name>
    <message numerus="yes">
        <source>%n model(s), nothing is copied.</source>
        <translation>
            <numerusform>%n model, nothing is copied.</numerusform>
            <numerusform>%n models, nothing is copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), {0}; {1} are free on the disk.</source>
        <translation>
            <numerusform>%n model, {0}; {1} are free on the disk.</numerusform>
            <numerusform>%n models, {0}; {1} are free on the disk.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatActions</name>
    <message numerus="yes">
        <source>%n chat(s) imported.</source>
        <translation>
            <numerusform>%n chat imported.</numerusform>
            <numerusform>%n chats imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectionModel</name>
    <message numerus="yes">
        <source>{0}, %n document(s)</source>
        <translation>
            <numerusform>{0}, %n document</numerusform>
            <numerusform>{0}, %n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentActions</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n document(s) from the library?</source>
        <translation>
            <numerusform>Remove %n document from the library?</numerusform>
            <numerusform>Remove %n documents from the library?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) removed; the files stay where they are.</source>
        <translation>
            <numerusform>%n document removed; the files stay where they are.</numerusform>
            <numerusform>%n documents removed; the files stay where they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be opened again.</source>
        <translation>
            <numerusform>%n file could not be opened again.</numerusform>
            <numerusform>%n files could not be opened again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) taken out of “{0}”.</source>
        <translation>
            <numerusform>%n document taken out of “{0}”.</numerusform>
            <numerusform>%n documents taken out of “{0}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message numerus="yes">
        <source>read whole: %n page(s)</source>
        <translation>
            <numerusform>read whole: %n page</numerusform>
            <numerusform>read whole: %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) have no text</source>
        <translation>
            <numerusform>%n page has no text</numerusform>
            <numerusform>%n pages have no text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are damaged</source>
        <translation>
            <numerusform>%n page is damaged</numerusform>
            <numerusform>%n pages are damaged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are cut short</source>
        <translation>
            <numerusform>%n page is cut short</numerusform>
            <numerusform>%n pages are cut short</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were not reached</source>
        <translation>
            <numerusform>%n page was not reached</numerusform>
            <numerusform>%n pages were not reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every page was read: %n page(s).</source>
        <translation>
            <numerusform>Every page was read: %n page.</numerusform>
            <numerusform>Every page was read: %n pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) scanned without text</source>
        <translation>
            <numerusform>%n page scanned without text</numerusform>
            <numerusform>%n pages scanned without text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) damaged</source>
        <translation>
            <numerusform>%n page damaged</numerusform>
            <numerusform>%n pages damaged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) cut short</source>
        <translation>
            <numerusform>%n page cut short</numerusform>
            <numerusform>%n pages cut short</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) locked with a password</source>
        <translation>
            <numerusform>%n file locked with a password</numerusform>
            <numerusform>%n files locked with a password</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) failed</source>
        <translation>
            <numerusform>%n file failed</numerusform>
            <numerusform>%n files failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) stopped</source>
        <translation>
            <numerusform>%n file stopped</numerusform>
            <numerusform>%n files stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) still to be read</source>
        <translation>
            <numerusform>%n file still to be read</numerusform>
            <numerusform>%n files still to be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be opened; the documents&apos; page says why.</source>
        <translation>
            <numerusform>%n file could not be opened; the documents&apos; page says why.</numerusform>
            <numerusform>%n files could not be opened; the documents&apos; page says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) not followed: add the files themselves.</source>
        <translation>
            <numerusform>%n link not followed: add the files themselves.</numerusform>
            <numerusform>%n links not followed: add the files themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) left out.</source>
        <translation>
            <numerusform>%n device left out.</numerusform>
            <numerusform>%n devices left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsInWindow</name>
    <message numerus="yes">
        <source>A chat can ask up to %n document(s) one by one.</source>
        <translation>
            <numerusform>A chat can ask up to %n document one by one.</numerusform>
            <numerusform>A chat can ask up to %n documents one by one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message numerus="yes">
        <source>%n file(s) to read</source>
        <translation>
            <numerusform>%n file to read</numerusform>
            <numerusform>%n files to read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n known already</numerusform>
            <numerusform>%n known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with the same content</source>
        <translation>
            <numerusform>%n with the same content</numerusform>
            <numerusform>%n with the same content</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be opened</source>
        <translation>
            <numerusform>%n could not be opened</numerusform>
            <numerusform>%n could not be opened</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileView</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n file(s)</source>
        <translation>
            <numerusform>{0} of %n file</numerusform>
            <numerusform>{0} of %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) changed since they were read.</source>
        <translation>
            <numerusform>%n file changed since it was read.</numerusform>
            <numerusform>%n files changed since they were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not where they were; what was read of them is kept.</source>
        <translation>
            <numerusform>%n file are not where they were; what was read of them is kept.</numerusform>
            <numerusform>%n files are not where they were; what was read of them is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HubView</name>
    <message numerus="yes">
        <source>%n more; name it more closely.</source>
        <translation>
            <numerusform>%n more; name it more closely.</numerusform>
            <numerusform>%n more; name it more closely.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InstalledView</name>
    <message numerus="yes">
        <source>%n model(s), {0} in {1}</source>
        <translation>
            <numerusform>%n model, {0} in {1}</numerusform>
            <numerusform>%n models, {0} in {1}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message numerus="yes">
        <source>%n message(s) in the trash.</source>
        <translation>
            <numerusform>%n message in the trash.</numerusform>
            <numerusform>%n messages in the trash.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message numerus="yes">
        <source>about %n word(s) a second</source>
        <translation>
            <numerusform>about %n word a second</numerusform>
            <numerusform>about %n words a second</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n language(s)</source>
        <translation>
            <numerusform>%n language</numerusform>
            <numerusform>%n languages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcesInChat</name>
    <message numerus="yes">
        <source>%n passage(s) found.</source>
        <translation>
            <numerusform>%n passage found.</numerusform>
            <numerusform>%n passages found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcesLine</name>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n passage(s)</source>
        <translation>
            <numerusform>Show %n passage</numerusform>
            <numerusform>Show %n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not consulted</source>
        <translation>
            <numerusform>%n not consulted</numerusform>
            <numerusform>%n not consulted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read whole: %n document(s)</source>
        <translation>
            <numerusform>Read whole: %n document</numerusform>
            <numerusform>Read whole: %n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Searched %n document(s): nothing in them speaks of this</source>
        <translation>
            <numerusform>Searched %n document: nothing in it speaks of this</numerusform>
            <numerusform>Searched %n documents: nothing in them speaks of this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Searched %n document(s)</source>
        <translation>
            <numerusform>Searched %n document</numerusform>
            <numerusform>Searched %n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>%n download</numerusform>
            <numerusform>%n downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CPU, %n thread(s)</source>
        <translation>
            <numerusform>CPU, %n thread</numerusform>
            <numerusform>CPU, %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message numerus="yes">
        <source>From “{0}”, %n message(s), deleted {1}</source>
        <translation>
            <numerusform>From “{0}”, %n message, deleted {1}</numerusform>
            <numerusform>From “{0}”, %n messages, deleted {1}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Unlocking</name>
    <message numerus="yes">
        <source>%n file(s) are not opened by this password.</source>
        <translation>
            <numerusform>%n file is not opened by this password.</numerusform>
            <numerusform>%n files are not opened by this password.</numerusform>
        </translation>
    </message>
</context>
</TS>
