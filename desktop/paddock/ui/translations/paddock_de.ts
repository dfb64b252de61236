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
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Loading {0}: {1} %</source>
        <translation>{0} wird geladen: {1} %</translation>
    </message>
    <message>
        <source>Reading {0} tokens</source>
        <translation>{0} Token werden gelesen</translation>
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
        <source>{0} tokens</source>
        <translation>{0} Token</translation>
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
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
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
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>A new chat that begins here.</source>
        <translation>Ein neuer Chat, der hier beginnt.</translation>
    </message>
    <message>
        <source>Stop the answer first.</source>
        <translation>Stoppen Sie zuerst die Antwort.</translation>
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
</context>
<context>
    <name>CopyBar</name>
    <message>
        <source>Copying</source>
        <translation>Wird kopiert</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Copying {0}: {1} %</source>
        <translation>{0} wird kopiert: {1} %</translation>
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
        <source>Get a model</source>
        <translation>Ein Modell besorgen</translation>
    </message>
    <message>
        <source>Get the starter model</source>
        <translation>Das Startmodell holen</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Eine Datei importieren</translation>
    </message>
    <message>
        <source>A GGUF model file from a colleague, a drive or a download. It is copied and checked.</source>
        <translation>Eine GGUF-Modelldatei von Kollegen, einem Laufwerk oder einem Download. Sie wird kopiert und geprüft.</translation>
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
    <message>
        <source>SmolLM2 135M, 98 MB: small and quick, good for a first look. Its checksum is checked.</source>
        <translation>SmolLM2 135M, 98 MB: klein und schnell, gut für den ersten Eindruck. Die Prüfsumme wird geprüft.</translation>
    </message>
    <message>
        <source>SmolLM2 135M, 98 MB. Only a window that opens without any model may fetch it: close Paddock and open it again.</source>
        <translation>SmolLM2 135M, 98 MB. Nur ein Fenster, das ganz ohne Modell öffnet, darf es holen: Schließen Sie Paddock und öffnen Sie es wieder.</translation>
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
        <source>Explain in three sentences what a language model is.</source>
        <translation>Erkläre in drei Sätzen, was ein Sprachmodell ist.</translation>
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
    <name>ModelImport</name>
    <message>
        <source>Import a model</source>
        <translation>Ein Modell importieren</translation>
    </message>
    <message>
        <source>Use a model where it lies</source>
        <translation>Ein Modell an seinem Ort benutzen</translation>
    </message>
    <message>
        <source>Model files (*.gguf);;All files (*)</source>
        <translation>Modelldateien (*.gguf);;Alle Dateien (*)</translation>
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
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Everything here runs on this computer. Model files are GGUF files.</source>
        <translation>Alles hier läuft auf diesem Computer. Modelldateien sind GGUF-Dateien.</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren …</translation>
    </message>
    <message>
        <source>Use a file where it lies…</source>
        <translation>Datei an ihrem Ort benutzen …</translation>
    </message>
    <message>
        <source>No model is installed yet.</source>
        <translation>Noch ist kein Modell installiert.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Make default</source>
        <translation>Als Standard</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Used where it lies: {0}</source>
        <translation>An ihrem Ort benutzt: {0}</translation>
    </message>
    <message>
        <source>File: {0}</source>
        <translation>Datei: {0}</translation>
    </message>
    <message>
        <source>“{0}” is forgotten; the file stays where it is.</source>
        <translation>„{0}“ ist vergessen; die Datei bleibt, wo sie ist.</translation>
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
        <source>The file is deleted for good. Your chats stay.</source>
        <translation>Die Datei wird endgültig gelöscht. Ihre Chats bleiben.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
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
    <name>NoticeRow</name>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
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
    <name>Phrases</name>
    <message>
        <source>{0} tokens/s</source>
        <translation>{0} Token/s</translation>
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
        <source>No connection since start. The system refuses this program the network.</source>
        <translation>Keine Verbindung seit dem Start. Das System verweigert diesem Programm das Netz.</translation>
    </message>
    <message>
        <source>No connection since start. This system does not enforce it for the window.</source>
        <translation>Keine Verbindung seit dem Start. Dieses System erzwingt es für das Fenster nicht.</translation>
    </message>
    <message>
        <source>Start it and try</source>
        <translation>Starten und probieren</translation>
    </message>
    <message>
        <source>refused by the system</source>
        <translation>vom System verweigert</translation>
    </message>
    <message>
        <source>not enforced on this system</source>
        <translation>auf diesem System nicht erzwungen</translation>
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
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>Prüfsummen</translation>
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
    <name>SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation>Zeigen, was geschrieben wird</translation>
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
        <source>Find in this chat</source>
        <translation>In diesem Chat suchen</translation>
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
        <source>Show or hide the sidebar</source>
        <translation>Seitenleiste zeigen oder verbergen</translation>
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
        <source>Network used for the starter model</source>
        <translation>Netz für das Startmodell benutzt</translation>
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
        <source>{0} {1} %</source>
        <translation>{0} {1} %</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
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
    <message>
        <source>From “{0}”, {1} messages, deleted {2}</source>
        <translation>Aus „{0}“, {1} Nachrichten, gelöscht {2}</translation>
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
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
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
    <name>_ModelButton</name>
    <message>
        <source>Model: {0}</source>
        <translation>Modell: {0}</translation>
    </message>
</context>
</TS>
