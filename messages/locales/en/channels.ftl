# Channels beyond Telegram: group robots of WeCom, DingTalk and Feishu, and mail.
error-channel-not-read = { $why ->
    [host] This is not the official address of a WeCom, DingTalk or Feishu group robot. Copy the whole webhook address from the robot’s settings in the group and send it again.
    [key] The key in this address is incomplete, or something follows it. Copy the whole webhook address from the robot’s settings in the group again.
    [secret] This is not a signing secret: only DingTalk and Feishu robots have one, under the robot’s security settings (DingTalk’s begins with SEC).
    [mail] This is not a mail address. Send a complete one, such as wang@example.com.
   *[form] No address found. Send the whole webhook address (it begins with https://) of a WeCom, DingTalk or Feishu group robot, or a mail address.
}
