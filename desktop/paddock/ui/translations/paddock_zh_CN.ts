<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionRow</name>
    <message>
        <source>Previous version</source>
        <translation>上一个版本</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>下一个版本</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>编辑并重新发送</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>重新回答</translation>
    </message>
    <message>
        <source>Continue this answer</source>
        <translation>继续这个回答</translation>
    </message>
    <message>
        <source>New chat from here</source>
        <translation>从这里开始新对话</translation>
    </message>
    <message>
        <source>Delete from here</source>
        <translation>从这里起删除</translation>
    </message>
    <message>
        <source>Version {0} of {1}</source>
        <translation>第 {0} 个版本，共 {1} 个</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Loading {0}: {1} %</source>
        <translation>正在加载 {0}：{1} %</translation>
    </message>
    <message>
        <source>Reading {0} tokens</source>
        <translation>正在读取 {0} 个词元</translation>
    </message>
    <message>
        <source>The engine was started again. {0}</source>
        <translation>引擎已重新启动。{0}</translation>
    </message>
    <message>
        <source>, about {0} s left</source>
        <translation>，大约还需 {0} 秒</translation>
    </message>
    <message>
        <source>Which model shall answer?</source>
        <translation>由哪个模型回答？</translation>
    </message>
    <message>
        <source>What you typed stays here.</source>
        <translation>您输入的内容会保留在这里。</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>No model is installed yet.</source>
        <translation>还没有安装模型。</translation>
    </message>
    <message>
        <source>Get the starter model</source>
        <translation>获取入门模型</translation>
    </message>
    <message>
        <source>Another chat is still being answered.</source>
        <translation>另一个对话仍在回答中。</translation>
    </message>
    <message>
        <source>One answer at a time; what you typed stays here.</source>
        <translation>一次只生成一个回答；您输入的内容会保留在这里。</translation>
    </message>
    <message>
        <source>Stop that one</source>
        <translation>停止那一个</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} 个词元</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>A bug in Paddock</source>
        <translation>Paddock 的错误</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>This is a bug in Paddock, not something you did.</source>
        <translation>这是 Paddock 的错误，不是您的操作造成的。</translation>
    </message>
    <message>
        <source>What you wrote is kept, and you can go on. If it happens again, please report the details below: they say where it happened and hold nothing of your chats.</source>
        <translation>您写的内容已保存，可以继续使用。如果再次发生，请报告下面的详细信息：其中只说明出错的位置，不包含您的对话内容。</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Move the key to the keyring</source>
        <translation>把密钥移到密钥环</translation>
    </message>
    <message>
        <source>Choose a new passphrase</source>
        <translation>选择新的密码短语</translation>
    </message>
    <message>
        <source>Passphrase now</source>
        <translation>当前密码短语</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The key is in the keyring now.</source>
        <translation>密钥现在保存在密钥环中。</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>密码短语已更改。</translation>
    </message>
</context>
<context>
    <name>ChatActions</name>
    <message>
        <source>The folder “{0}” is gone; its chats are still here.</source>
        <translation>文件夹“{0}”已移除；其中的对话仍然保留。</translation>
    </message>
    <message>
        <source>“{0}” is in the trash.</source>
        <translation>“{0}”已移到回收站。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>所有对话</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON, can be imported again (*.json)</source>
        <translation>JSON，可以再次导入 (*.json)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>“{0}” could not be written.</source>
        <translation>无法写入“{0}”。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请选择其他位置。</translation>
    </message>
    <message>
        <source>Exported to {0}. That file is not encrypted.</source>
        <translation>已导出到 {0}。该文件未加密。</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>导入对话</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>“{0}” could not be read.</source>
        <translation>无法读取“{0}”。</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) imported.</source>
        <translation>
            <numerusform>已导入 %n 个对话。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>移到文件夹</translation>
    </message>
    <message>
        <source>Out of its folder</source>
        <translation>移出文件夹</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新建文件夹…</translation>
    </message>
    <message>
        <source>As Markdown…</source>
        <translation>导出为 Markdown…</translation>
    </message>
    <message>
        <source>As JSON…</source>
        <translation>导出为 JSON…</translation>
    </message>
    <message>
        <source>As web page…</source>
        <translation>导出为网页…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>文件夹名称</translation>
    </message>
</context>
<context>
    <name>ChatDelegate</name>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Show the sidebar</source>
        <translation>显示侧边栏</translation>
    </message>
    <message>
        <source>Options of this chat</source>
        <translation>此对话的选项</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>ChatList</name>
    <message>
        <source>Pinned</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>Folder {0}, {1}, {n} chats</source>
        <translation>文件夹 {0}，{1}，{n} 个对话</translation>
    </message>
    <message>
        <source>{0}, pinned</source>
        <translation>{0}，已置顶</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Title of the chat</source>
        <translation>对话标题</translation>
    </message>
    <message>
        <source>Will be sent as soon as your chats are open.</source>
        <translation>对话打开后会立即发送。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>A new chat that begins here.</source>
        <translation>从这里开始的新对话。</translation>
    </message>
    <message>
        <source>Stop the answer first.</source>
        <translation>请先停止回答。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) in the trash.</source>
        <translation>
            <numerusform>%n 条消息已移到回收站。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>CodeHeader</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>请输入您的问题</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop  Esc</source>
        <translation>停止  Esc</translation>
    </message>
    <message>
        <source>Send  Enter</source>
        <translation>发送  Enter</translation>
    </message>
</context>
<context>
    <name>CopyBar</name>
    <message>
        <source>Copying</source>
        <translation>正在复制</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Copying {0}: {1} %</source>
        <translation>正在复制 {0}：{1} %</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this chat</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 处，共 {1} 处</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Welcome to Paddock</source>
        <translation>欢迎使用 Paddock</translation>
    </message>
    <message>
        <source>Paddock runs language models on this computer and keeps your chats in an encrypted file here. Nothing you type or open leaves it: the system itself refuses this window the network.</source>
        <translation>Paddock 在这台电脑上运行语言模型，并把您的对话保存在本机的加密文件中。您输入或打开的任何内容都不会离开这台电脑：操作系统本身拒绝此窗口访问网络。</translation>
    </message>
    <message>
        <source>What this computer can run</source>
        <translation>这台电脑能运行什么</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>获取模型</translation>
    </message>
    <message>
        <source>Get the starter model</source>
        <translation>获取入门模型</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>A GGUF model file from a colleague, a drive or a download. It is copied and checked.</source>
        <translation>来自同事、移动硬盘或下载的 GGUF 模型文件。文件会被复制并检查。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Getting the starter model</source>
        <translation>正在获取入门模型</translation>
    </message>
    <message>
        <source>Look around without a model</source>
        <translation>先不用模型，随便看看</translation>
    </message>
    <message>
        <source>SmolLM2 135M, 98 MB: small and quick, good for a first look. Its checksum is checked.</source>
        <translation>SmolLM2 135M，98 MB：小巧快速，适合初次体验。会核对其校验和。</translation>
    </message>
    <message>
        <source>SmolLM2 135M, 98 MB. Only a window that opens without any model may fetch it: close Paddock and open it again.</source>
        <translation>SmolLM2 135M，98 MB。只有在没有任何模型时打开的窗口才可以获取它：请关闭 Paddock 再重新打开。</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n 个核心</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} and {1} of free memory.</source>
        <translation>{0}，可用内存 {1}。</translation>
    </message>
    <message>
        <source>Models of up to about {0} billion parameters (4 bits each) fit.</source>
        <translation>可以运行约 {0}B（十亿）参数以内的模型（每个参数 4 位）。</translation>
    </message>
    <message>
        <source>That is little: close other programs, or take the smallest models.</source>
        <translation>内存较少：请关闭其他程序，或使用最小的模型。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Address of the link</source>
        <translation>链接地址</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This link was written by a model</source>
        <translation>这个链接是模型写的</translation>
    </message>
    <message>
        <source>It may lead anywhere. Paddock opens no connection; copy the address to open it elsewhere.</source>
        <translation>它可能指向任何地方。Paddock 不会打开任何连接；请复制地址后在别处打开。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>“{0}” is installed.</source>
        <translation>“{0}”已安装。</translation>
    </message>
    <message>
        <source>Explain in three sentences what a language model is.</source>
        <translation>用三句话解释什么是语言模型。</translation>
    </message>
</context>
<context>
    <name>Markdown</name>
    <message>
        <source>image not shown</source>
        <translation>未显示图片</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Edit your message</source>
        <translation>编辑您的消息</translation>
    </message>
    <message>
        <source>Save and send</source>
        <translation>保存并发送</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ModelImport</name>
    <message>
        <source>Import a model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>Use a model where it lies</source>
        <translation>在原位置使用模型</translation>
    </message>
    <message>
        <source>Model files (*.gguf);;All files (*)</source>
        <translation>模型文件 (*.gguf);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Choose the model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>已安装的模型</translation>
    </message>
    <message>
        <source>No model that can answer is installed yet.</source>
        <translation>还没有安装可以回答的模型。</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>所有模型</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Everything here runs on this computer. Model files are GGUF files.</source>
        <translation>这里的一切都在这台电脑上运行。模型文件是 GGUF 文件。</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Use a file where it lies…</source>
        <translation>在原位置使用文件…</translation>
    </message>
    <message>
        <source>No model is installed yet.</source>
        <translation>还没有安装模型。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Make default</source>
        <translation>设为默认</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Used where it lies: {0}</source>
        <translation>在原位置使用：{0}</translation>
    </message>
    <message>
        <source>File: {0}</source>
        <translation>文件：{0}</translation>
    </message>
    <message>
        <source>“{0}” is forgotten; the file stays where it is.</source>
        <translation>已忘记“{0}”；文件仍在原处。</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>移除模型</translation>
    </message>
    <message>
        <source>Remove “{0}” from this computer?</source>
        <translation>从这台电脑移除“{0}”？</translation>
    </message>
    <message>
        <source>The file is deleted for good. Your chats stay.</source>
        <translation>文件将被永久删除。您的对话会保留。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>New passphrase</source>
        <translation>新的密码短语</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>Four or five words that do not belong together are strong and easy to keep in mind.</source>
        <translation>四五个互不相关的词既强又好记。</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>Weak: easy to guess for someone who has the file.</source>
        <translation>弱：拿到文件的人容易猜出。</translation>
    </message>
    <message>
        <source>Fair. A few more words make it strong.</source>
        <translation>尚可。再加几个词会更强。</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>强。</translation>
    </message>
</context>
<context>
    <name>NoticeRow</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>The backup of {0} is open. The damaged store lies in {1}.</source>
        <translation>已打开 {0} 的备份。损坏的存储位于 {1}。</translation>
    </message>
    <message>
        <source>The old store was put aside: {0}</source>
        <translation>旧的存储已放到一边：{0}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message>
        <source>Options of this chat</source>
        <translation>此对话的选项</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>For example: Answer briefly and in German.</source>
        <translation>例如：请用中文简短回答。</translation>
    </message>
    <message>
        <source>Use the model&apos;s own sampling parameters</source>
        <translation>使用模型自带的采样参数</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>a new one each time</source>
        <translation>每次都用新的</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>A system prompt and parameters kept under a name.</source>
        <translation>以一个名称保存的系统提示词和参数。</translation>
    </message>
    <message>
        <source>Stands before the conversation and tells the model how to behave.</source>
        <translation>位于对话之前，告诉模型应如何表现。</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>How the next token is chosen from those the model finds likely.</source>
        <translation>如何从模型认为可能的词元中选出下一个。</translation>
    </message>
    <message>
        <source>How many tokens of the conversation the model can see at once.</source>
        <translation>模型一次能看到对话中的多少个词元。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>0 always takes the likeliest token; higher is more varied.</source>
        <translation>0 总是选最可能的词元；数值越大变化越多。</translation>
    </message>
    <message>
        <source>Only the so many likeliest tokens are considered; 0 considers all.</source>
        <translation>只考虑最可能的这么多个词元；0 表示全部考虑。</translation>
    </message>
    <message>
        <source>Only the likeliest tokens that together reach this probability; 1 considers all.</source>
        <translation>只考虑累计达到此概率的最可能词元；1 表示全部考虑。</translation>
    </message>
    <message>
        <source>Leaves out tokens less likely than this share of the likeliest one.</source>
        <translation>舍去概率低于最可能词元此比例的词元。</translation>
    </message>
    <message>
        <source>Above 1, tokens used lately become less likely.</source>
        <translation>大于 1 时，最近用过的词元会变得不太可能。</translation>
    </message>
    <message>
        <source>How many of the last tokens count as lately; -1 means all.</source>
        <translation>最近多少个词元算“最近”；-1 表示全部。</translation>
    </message>
    <message>
        <source>The same seed and the same conversation give the same answer.</source>
        <translation>相同的种子和相同的对话会得到相同的回答。</translation>
    </message>
    <message>
        <source>Where an answer is ended at the latest.</source>
        <translation>回答最迟在此处结束。</translation>
    </message>
    <message>
        <source>Default ({0} tokens)</source>
        <translation>默认（{0} 个词元）</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} 个词元</translation>
    </message>
    <message>
        <source>{0} tokens, {1} of memory</source>
        <translation>{0} 个词元，占用内存 {1}</translation>
    </message>
    <message>
        <source>none kept yet</source>
        <translation>还没有保存</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>保存为预设</translation>
    </message>
    <message>
        <source>Name; an existing one is replaced</source>
        <translation>名称；同名的预设会被替换</translation>
    </message>
</context>
<context>
    <name>PassphraseSection</name>
    <message>
        <source>Keep the key in the system&apos;s keyring…</source>
        <translation>把密钥保存在系统密钥环中…</translation>
    </message>
    <message>
        <source>The key of your chats lies in the system&apos;s keyring.</source>
        <translation>对话的密钥保存在系统密钥环中。</translation>
    </message>
    <message>
        <source>Use a passphrase instead…</source>
        <translation>改用密码短语…</translation>
    </message>
    <message>
        <source>The key of your chats opens with your passphrase.</source>
        <translation>对话的密钥由您的密码短语打开。</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>更改密码短语…</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>{0} tokens/s</source>
        <translation>{0} 词元/秒</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>过去 7 天</translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation>过去 30 天</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>{0} billion parameters</source>
        <translation>{0}B（十亿）参数</translation>
    </message>
    <message>
        <source>{0} million parameters</source>
        <translation>{0}M（百万）参数</translation>
    </message>
    <message>
        <source>Fits comfortably: needs about {0}, {1} are free</source>
        <translation>足够宽裕：约需 {0}，可用 {1}</translation>
    </message>
    <message>
        <source>A tight fit: needs about {0}, {1} are free</source>
        <translation>勉强够用：约需 {0}，可用 {1}</translation>
    </message>
    <message>
        <source>Does not fit: needs about {0}, {1} are free</source>
        <translation>放不下：约需 {0}，可用 {1}</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>The network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Connecting to the internet (IPv4)</source>
        <translation>连接互联网（IPv4）</translation>
    </message>
    <message>
        <source>Connecting to the internet (IPv6)</source>
        <translation>连接互联网（IPv6）</translation>
    </message>
    <message>
        <source>Sending single packets, such as name look-ups</source>
        <translation>发送单个数据包，例如域名查询</translation>
    </message>
    <message>
        <source>Asking the system about networks</source>
        <translation>向系统查询网络信息</translation>
    </message>
    <message>
        <source>Writing raw packets</source>
        <translation>写入原始数据包</translation>
    </message>
    <message>
        <source>Speaking to other programs on this computer</source>
        <translation>与本机其他程序通信</translation>
    </message>
    <message>
        <source>Connecting past the system&apos;s library</source>
        <translation>绕过系统库进行连接</translation>
    </message>
    <message>
        <source>Connecting through the kernel&apos;s ring buffers</source>
        <translation>通过内核环形缓冲区进行连接</translation>
    </message>
    <message>
        <source>Looking into other processes</source>
        <translation>查看其他进程</translation>
    </message>
    <message>
        <source>Starting another program</source>
        <translation>启动其他程序</translation>
    </message>
    <message>
        <source>Reading a file of the system</source>
        <translation>读取系统文件</translation>
    </message>
    <message>
        <source>Reading your folders</source>
        <translation>读取您的文件夹</translation>
    </message>
    <message>
        <source>Listing the file system</source>
        <translation>列出文件系统</translation>
    </message>
    <message>
        <source>Creating a file</source>
        <translation>创建文件</translation>
    </message>
    <message>
        <source>Changing a file</source>
        <translation>更改文件</translation>
    </message>
    <message>
        <source>Making another process</source>
        <translation>创建新进程</translation>
    </message>
    <message>
        <source>Signalling the window&apos;s process</source>
        <translation>向窗口进程发送信号</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>What you type and open stays on this computer. Below is what was tried just now, not what is assumed.</source>
        <translation>您输入和打开的内容都留在这台电脑上。下面是刚刚实际尝试的结果，而不是假设。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Trying every door…</source>
        <translation>正在逐一尝试…</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>It is not running, or busy: it starts with your first question.</source>
        <translation>它没有运行或正忙：会在您第一次提问时启动。</translation>
    </message>
    <message>
        <source>The engine, which runs the model</source>
        <translation>运行模型的引擎</translation>
    </message>
    <message>
        <source>No connection since start. The system refuses this program the network.</source>
        <translation>启动以来没有任何连接。系统拒绝此程序访问网络。</translation>
    </message>
    <message>
        <source>No connection since start. This system does not enforce it for the window.</source>
        <translation>启动以来没有任何连接。但此系统没有对窗口强制执行。</translation>
    </message>
    <message>
        <source>Start it and try</source>
        <translation>启动并尝试</translation>
    </message>
    <message>
        <source>refused by the system</source>
        <translation>被系统拒绝</translation>
    </message>
    <message>
        <source>not enforced on this system</source>
        <translation>此系统未强制执行</translation>
    </message>
    <message>
        <source>Your key</source>
        <translation>您的密钥</translation>
    </message>
    <message>
        <source>The key of your chats lies in this system&apos;s keyring.</source>
        <translation>对话的密钥保存在此系统的密钥环中。</translation>
    </message>
    <message>
        <source>The key of your chats opens with your passphrase, and only with it.</source>
        <translation>对话的密钥只能由您的密码短语打开。</translation>
    </message>
    <message>
        <source>There is no store yet.</source>
        <translation>还没有存储。</translation>
    </message>
    <message>
        <source>It is not known who keeps the key.</source>
        <translation>不清楚密钥由谁保管。</translation>
    </message>
    <message>
        <source>Where everything lies</source>
        <translation>数据存放位置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Chats, encrypted</source>
        <translation>对话（已加密）</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the folder: {0}</source>
        <translation>打开文件夹：{0}</translation>
    </message>
    <message>
        <source>To put right</source>
        <translation>需要处理</translation>
    </message>
</context>
<context>
    <name>ReasoningFold</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入内容</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Choose a row, press the new keys.</source>
        <translation>选择一行，按下新的按键。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Also by Ctrl and plus, minus or 0.</source>
        <translation>也可以用 Ctrl 加加号、减号或 0。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Holds from the next start.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>Running models</source>
        <translation>运行模型</translation>
    </message>
    <message>
        <source>Holds when a model is loaded the next time.</source>
        <translation>下次加载模型时生效。</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>Tokens a model can see at once; more takes more memory. A chat can have its own.</source>
        <translation>模型一次能看到的词元数；越多占用内存越多。每个对话可以单独设置。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Automatic takes one for each core of the processor; more than that is slower.</source>
        <translation>自动为每个处理器核心使用一个线程；更多反而更慢。</translation>
    </message>
    <message>
        <source>GPU layers</source>
        <translation>GPU 层数</translation>
    </message>
    <message>
        <source>How much of the model the graphics card holds; 0 uses the processor only.</source>
        <translation>模型有多少放在显卡上；0 表示只用处理器。</translation>
    </message>
    <message>
        <source>Prompt cache</source>
        <translation>提示缓存</translation>
    </message>
    <message>
        <source>Memory that keeps what was read already, so that going back to a chat costs no waiting.</source>
        <translation>用于保存已读内容的内存，回到某个对话时无需等待。</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>自动锁定</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Minutes without a key or a click until the chats are closed and the key is wiped from memory.</source>
        <translation>多少分钟没有按键或点击后，关闭对话并从内存中清除密钥。</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>所有对话</translation>
    </message>
    <message>
        <source>An export is not encrypted: anyone who can open the file can read it.</source>
        <translation>导出的文件未加密：任何能打开文件的人都能阅读。</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>导出为 JSON…</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>导出为 Markdown…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Fixed by your administrator.</source>
        <translation>由管理员设定。</translation>
    </message>
</context>
<context>
    <name>ShortcutOverview</name>
    <message>
        <source>All shortcuts</source>
        <translation>所有快捷键</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ShortcutTable</name>
    <message>
        <source>Keys for: {0}</source>
        <translation>按键：{0}</translation>
    </message>
    <message>
        <source>Default keys for: {0}</source>
        <translation>默认按键：{0}</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Writing</source>
        <translation>书写</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Start a new line</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>停止回答</translation>
    </message>
    <message>
        <source>Go to the message field</source>
        <translation>转到消息输入框</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>重新回答</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>复制最后一个回答</translation>
    </message>
    <message>
        <source>Choose the model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Options of this chat</source>
        <translation>此对话的选项</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>搜索所有对话</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>下一个对话</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>上一个对话</translation>
    </message>
    <message>
        <source>Rename, in the list of chats</source>
        <translation>重命名（在对话列表中）</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>显示或隐藏侧边栏</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>正常文字</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>所有快捷键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Use it together with Ctrl or Alt, or choose a function key.</source>
        <translation>请与 Ctrl 或 Alt 组合使用，或选择功能键。</translation>
    </message>
    <message>
        <source>“{0}” uses this already.</source>
        <translation>“{0}”已使用此按键。</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Sidebar</source>
        <translation>侧边栏</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Hide the sidebar</source>
        <translation>隐藏侧边栏</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>搜索所有对话</translation>
    </message>
    <message>
        <source>End the search</source>
        <translation>结束搜索</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Your chats will stand here.</source>
        <translation>您的对话将显示在这里。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove folder, keep its chats</source>
        <translation>移除文件夹，保留其中的对话</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>未找到。</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>找到的消息</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No connection since start</source>
        <translation>启动以来没有任何连接</translation>
    </message>
    <message>
        <source>See what the system refuses this program</source>
        <translation>查看系统拒绝此程序做什么</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Model loaded: {0}</source>
        <translation>已加载模型：{0}</translation>
    </message>
    <message>
        <source>The system refuses this program the network. See what was tried.</source>
        <translation>系统拒绝此程序访问网络。查看尝试结果。</translation>
    </message>
    <message>
        <source>This system does not enforce it. See what was tried.</source>
        <translation>此系统未强制执行。查看尝试结果。</translation>
    </message>
    <message>
        <source>Network used for the starter model</source>
        <translation>曾为获取入门模型使用网络</translation>
    </message>
    <message>
        <source>GPU {0} of {1} layers</source>
        <translation>GPU {0} / {1} 层</translation>
    </message>
    <message numerus="yes">
        <source>CPU, %n thread(s)</source>
        <translation>
            <numerusform>CPU，%n 个线程</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} / {1} tokens</source>
        <translation>{0} / {1} 个词元</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理过程</translation>
    </message>
    <message>
        <source>Thought for {0} s</source>
        <translation>思考了 {0} 秒</translation>
    </message>
    <message>
        <source>Thought for {0} min {1} s</source>
        <translation>思考了 {0} 分 {1} 秒</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>正在思考…</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} 个词元</translation>
    </message>
    <message>
        <source>The model did not see the oldest turn of this chat.</source>
        <translation>模型没有看到此对话中最早的一条消息。</translation>
    </message>
    <message>
        <source>The model did not see the {0} oldest turns of this chat.</source>
        <translation>模型没有看到此对话中最早的 {0} 条消息。</translation>
    </message>
    <message>
        <source>{0} {1} %</source>
        <translation>{0} {1} %</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}:{1}</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Jump to the newest message</source>
        <translation>跳到最新消息</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Emptying it overwrites the words in the encrypted file. Backups up to a week old still hold them.</source>
        <translation>清空会在加密文件中覆盖这些文字。一周以内的备份中仍会保留。</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>Chat, deleted {0}</source>
        <translation>对话，删除于 {0}</translation>
    </message>
    <message>
        <source>From “{0}”, {1} messages, deleted {2}</source>
        <translation>来自“{0}”，{1} 条消息，删除于 {2}</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>Put back: {0}</source>
        <translation>放回：{0}</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>清空回收站</translation>
    </message>
    <message>
        <source>Delete everything in the trash for good?</source>
        <translation>永久删除回收站中的所有内容？</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作无法撤销。</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>选择其他模型</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Use a smaller context ({0} tokens)</source>
        <translation>使用更小的上下文（{0} 个词元）</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Leave out the {0} oldest messages</source>
        <translation>略去最早的 {0} 条消息</translation>
    </message>
    <message>
        <source>Use {0} tokens (takes {1} more memory)</source>
        <translation>使用 {0} 个词元（多占用 {1} 内存）</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Keep the key in this system&apos;s keyring</source>
        <translation>把密钥保存在此系统的密钥环中</translation>
    </message>
    <message>
        <source>or choose a passphrase of your own</source>
        <translation>或选择您自己的密码短语</translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <translation>使用此密码短语</translation>
    </message>
    <message>
        <source>Nobody can open your chats without it, and nobody can bring it back. Write it down somewhere safe.</source>
        <translation>没有它，谁也无法打开您的对话，也无法找回。请写下来并妥善保管。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码短语</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Start with an empty store</source>
        <translation>从空的存储开始</translation>
    </message>
    <message>
        <source>Nothing is deleted: what is there now is put aside in its own folder.</source>
        <translation>不会删除任何内容：现有内容会放到单独的文件夹中。</translation>
    </message>
    <message>
        <source>Your chats are kept encrypted</source>
        <translation>您的对话以加密方式保存</translation>
    </message>
    <message>
        <source>Who shall keep the key?</source>
        <translation>由谁保管密钥？</translation>
    </message>
    <message>
        <source>Opens by itself when you are logged in ({0}).</source>
        <translation>您登录后自动打开（{0}）。</translation>
    </message>
    <message>
        <source>Opens by itself when you are logged in.</source>
        <translation>您登录后自动打开。</translation>
    </message>
    <message>
        <source>This system has no keyring, so choose a passphrase; it is asked at every start.</source>
        <translation>此系统没有密钥环，请选择一个密码短语；每次启动都会要求输入。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Your passphrase opens your chats.</source>
        <translation>用您的密码短语打开对话。</translation>
    </message>
    <message>
        <source>The key lies in this system&apos;s keyring.</source>
        <translation>密钥保存在此系统的密钥环中。</translation>
    </message>
    <message>
        <source>Your chats cannot be opened</source>
        <translation>无法打开您的对话</translation>
    </message>
    <message>
        <source>Restore the backup of {0}</source>
        <translation>恢复 {0} 的备份</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>What would you like to work on?</source>
        <translation>今天想做些什么？</translation>
    </message>
    <message>
        <source>{0} answers on this computer. Nothing you type leaves it.</source>
        <translation>{0} 在这台电脑上回答。您输入的内容不会离开这里。</translation>
    </message>
    <message>
        <source>Choose a model first. It answers on this computer, and nothing you type leaves it.</source>
        <translation>请先选择模型。它在这台电脑上回答，您输入的内容不会离开这里。</translation>
    </message>
    <message>
        <source>Opening your chats. You can write already.</source>
        <translation>正在打开您的对话。您已经可以开始输入。</translation>
    </message>
</context>
<context>
    <name>_ModelButton</name>
    <message>
        <source>Model: {0}</source>
        <translation>模型：{0}</translation>
    </message>
</context>
</TS>
