// The page's own words. All that the bot says comes from the bot.
const WORDS = {
  zh: {
    bot: "机器人", typing: "正在输入…", connecting: "连接中…", offline: "本地聊天已停止，正在重连…",
    people: "我是谁", iAm: "我是", unread: "有新消息", clock: "时钟", shifted: "已拨动",
    hour: "+1 小时", day: "+1 天", goTo: "去这一天", now: "回到现在", date: "日期和时间",
    daysPassed: "快进 {passed} / {total} 天", stop: "停在这里",
    more: "更多操作", language: "English", block: "屏蔽机器人", unblock: "解除屏蔽", start: "开始",
    empty: "这里还没有消息", about: "这个机器人能做什么？", messages: "消息",
    input: "输入消息", send: "发送", voice: "发送语音", attach: "发送文件", menu: "命令菜单",
    showKeys: "显示按键", hideKeys: "收起按键", bottom: "到最新消息",
    reply: "回复", copy: "复制文字", edit: "编辑", cancel: "取消", editing: "编辑消息", copied: "已复制",
    edited: "已编辑", document: "文件", photo: "照片", voiceMessage: "语音消息", download: "下载",
    enlarge: "放大照片", close: "关闭", ok: "好", caption: "添加说明…", asPhoto: "以照片发送",
    files: "发送文件", found: "查到的", dropHere: "松手即发送", remove: "移除", sending: "发送中…",
    openAs: "以谁的身份打开？", showSpoiler: "点按显示", today: "今天",
    blocked: "你已屏蔽机器人", gone: "这条消息已不在", empty_text: "没有内容", not_yours: "只能编辑自己的文字消息",
    not_a_picture: "这不是能显示的照片，请作为文件发送", too_long: "消息太长了（最多 4096 字）",
    failed: "没有发出去，请再试一次", noAnswer: "机器人没有回应",
    chats: "聊天", newGroup: "新建群", groupTitle: "群名称", create: "创建", settings: "群设置",
    members: "{count} 位成员", member: "成员", creator: "群主", administrator: "管理员", plainBot: "机器人，只收到命令和回复", notIn: "不在群里",
    letThemIn: "加入", sendAway: "移出", leave: "退出", botAdmin: "机器人是管理员", botPins: "机器人可以置顶", allMayPin: "所有成员可以置顶",
    speakAs: "发言身份", asMyself: "本人", asGroup: "匿名管理员", asChannel: "关联频道",
    migrate: "升级为超级群", migrateForum: "升级为超级群并开启话题", topics: "话题", allTopics: "全部", topicName: "话题名称", openTopic: "开启",
    pinned: "置顶消息", pin: "置顶", unpin: "取消置顶", erase: "删除", whichGroup: "添加到哪个群？", noGroups: "还没有群，请先新建",
    created: "{who} 创建了群", joined: "{who} 加入了群", letIn: "{who} 邀请 {whom} 入群", left: "{who} 退出了群", sentAway: "{who} 移出了 {whom}",
    pinnedBy: "{who} 置顶了「{what}」", migrated: "群已升级为超级群", topicOpened: "{who} 开启了话题「{name}」",
    not_admin: "只有群管理员可以这样做", not_here: "这里不能这样做", not_in_group: "你不在这个群里",
  },
  en: {
    bot: "bot", typing: "typing…", connecting: "connecting…", offline: "The local chat has stopped, reconnecting…",
    people: "Who I am", iAm: "I am", unread: "new messages", clock: "Clock", shifted: "shifted",
    hour: "+1 hour", day: "+1 day", goTo: "Go there", now: "Back to now", date: "Date and time",
    daysPassed: "Day {passed} of {total}", stop: "Stop here",
    more: "More", language: "中文", block: "Block the bot", unblock: "Unblock", start: "Start",
    empty: "No messages here yet", about: "What can this bot do?", messages: "Messages",
    input: "Message", send: "Send", voice: "Send a voice message", attach: "Send files", menu: "Commands",
    showKeys: "Show the keys", hideKeys: "Hide the keys", bottom: "To the newest message",
    reply: "Reply", copy: "Copy text", edit: "Edit", cancel: "Cancel", editing: "Edit message", copied: "Copied",
    edited: "edited", document: "File", photo: "Photo", voiceMessage: "Voice message", download: "Download",
    enlarge: "Enlarge the photo", close: "Close", ok: "OK", caption: "Add a caption…", asPhoto: "Send as photo",
    files: "Send files", found: "What was found", dropHere: "Drop to send", remove: "Remove", sending: "Sending…",
    openAs: "Open as whom?", showSpoiler: "Tap to show", today: "Today",
    blocked: "You have blocked the bot", gone: "This message is gone", empty_text: "Nothing to send", not_yours: "Only your own text messages can be edited",
    not_a_picture: "This is no picture that can be shown; send it as a file", too_long: "The message is too long (4096 characters at most)",
    failed: "Not sent, please try again", noAnswer: "The bot did not answer",
    chats: "Chats", newGroup: "New group", groupTitle: "Group name", create: "Create", settings: "Group settings",
    members: "{count} members", member: "member", creator: "owner", administrator: "administrator", plainBot: "bot, gets commands and replies only", notIn: "not in the group",
    letThemIn: "Add", sendAway: "Remove", leave: "Leave", botAdmin: "The bot is an administrator", botPins: "The bot may pin", allMayPin: "All members may pin",
    speakAs: "Write as", asMyself: "myself", asGroup: "anonymous admin", asChannel: "linked channel",
    migrate: "Upgrade to a supergroup", migrateForum: "Upgrade to a supergroup with topics", topics: "Topics", allTopics: "All", topicName: "Topic name", openTopic: "Open",
    pinned: "Pinned message", pin: "Pin", unpin: "Unpin", erase: "Delete", whichGroup: "Add to which group?", noGroups: "No groups yet, please make one first",
    created: "{who} created the group", joined: "{who} joined the group", letIn: "{who} added {whom}", left: "{who} left the group", sentAway: "{who} removed {whom}",
    pinnedBy: "{who} pinned “{what}”", migrated: "The group was upgraded to a supergroup", topicOpened: "{who} opened the topic “{name}”",
    not_admin: "Only the group's administrators can do that", not_here: "That cannot be done here", not_in_group: "You are not in this group",
  },
};

const asked = new URLSearchParams(location.search).get("lang");
let language = asked in WORDS ? asked : localStorage.getItem("language") ?? "zh";
if (!(language in WORDS)) language = "zh";

export const t = (key) => WORDS[language][key] ?? WORDS[language].failed;
export const told = (key, facts) => t(key).replace(/\{(\w+)\}/g, (_, name) => facts[name]);
export const locale = () => (language === "zh" ? "zh-CN" : "en-GB");

export function toggleLanguage() {
  language = language === "zh" ? "en" : "zh";
  localStorage.setItem("language", language);
}

export function fileSize(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  const units = ["KB", "MB", "GB"];
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) { size /= 1024; unit += 1; }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}
