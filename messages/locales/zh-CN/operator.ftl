# 给运行本程序的人:出了什么事,要做什么。

alarm = ⚠️ <b>年报管家运行警报</b>
    { $what }
alarm-subject = 年报管家运行警报
alarm-revoked = Telegram 不再承认机器人的令牌,一切收发已停止,没有提醒被当作送达。请向 @BotFather 取新令牌,写进配置后重新启动。
alarm-disk = 磁盘拒绝写入:收消息、提醒和通知都暂停,腾出空间后自动继续,不会丢(没收下的消息 Telegram 只保留 24 小时)。请查看磁盘空间和权限。
alarm-failed = { $count } 条消息两次都无法确认是否送达,不再重发。请在各企业的「通知记录」里查看,另行告知。
alarm-unreachable = { $count } 条提醒找不到收件人(被屏蔽、已注销或渠道拒收),已转给下一位负责人。请在「通知记录」里查看。
alarm-stuck = { $count } 条提醒多次发送未成,仍在重试。请检查到 Telegram 和其他渠道的网络。
alarm-stumbled = { $count } 位收件人的提醒无法拼写成文,一小时后再试。原因见日志。
alarm-look = { $count } 家企业没能检查到期事项,一小时后再试。原因见日志。
alarm-clock-back = 系统时钟倒退了:从 { $before } 到 { $now }。请检查时间同步。
alarm-clock-far-back = 系统时钟倒退超过一天:从 { $before } 到 { $now }。{ $again } 条在「未来」办结的提醒已恢复等待。请检查时间同步。
alarm-clock-ahead = 系统时钟向前跳了很远:从 { $before } 到 { $now }(或机器休眠过)。其间到期的提醒会合并补发。请检查时间同步。
