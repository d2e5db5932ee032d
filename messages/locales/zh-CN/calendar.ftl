# 日历:/calendar 的文件和订阅地址

tap-calendar = 📅 日历
command-calendar = 把步骤日期放进手机日历

calendar-title = <b>📅 日历</b>
calendar-sent = 文件已发:各步骤的法定日期(⚖️)和内部日期,打开即可导入。
calendar-statutory-only = 企业超过 { $most } 家,日历里只放法定日期(⚖️)。
calendar-file-only = 这里没有开通订阅地址(需由运维配置公网地址),请用文件;日期变了再发一次 /calendar。
calendar-feed-none = 也可以订阅:手机日历自己更新,不用再导入。
calendar-feed-live = 🔗 订阅地址在用。它只在生成时显示一次,忘了就换一个。
calendar-feed-made = ✅ 订阅地址好了,<b>只显示这一次</b>:
calendar-feed-address = <code>{ $address }</code>
calendar-feed-how = 苹果:设置 → 日历 → 账户 → 添加已订阅日历。谷歌:网页版「通过网址添加」。Outlook:「从 Internet 订阅」。
calendar-feed-secret = 谁有这个地址,谁就能看到步骤和日期:请勿转发。
calendar-feed-off = ✅ 订阅地址已停用。手机上的那份请在日历里删掉。
calendar-alarms-on = ⏰ 前一天 9:00 提醒:开
calendar-alarms-off = ⏰ 前一天 9:00 提醒:关
calendar-file = 年报日期
calendar-caption = 📅 导入手机日历;只有步骤和日期,没有材料和答案。

tap-calendar-file = 📎 再发文件
tap-feed-make = 🔗 生成订阅地址
tap-feed-renew = 🔗 换地址(旧的作废)
tap-feed-copy = 📋 复制地址
tap-feed-off = 停用订阅
tap-alarms-on = ⏰ 打开提醒
tap-alarms-off = ⏰ 关掉提醒
toast-feed-changed = 地址刚刚换过,请看最新的卡片

# 日历里的字
ics-name = 年报管家
ics-statutory = ⚖️ 法定 · { $step } · { $company } · { $licence }
ics-internal = { $step } · { $company } · { $licence }(内部)
ics-done = ✔ { $summary }
ics-case = { $company } { $licence } { $year } 年度年报
ics-progress = 已办 { $done }/{ $total } 项
ics-clock-statutory = 法定日期
ics-clock-internal = 内部日期
ics-clock-says-statutory = 法定日期,不能移动。
ics-clock-says-internal = 内部日期,可以移动。
ics-provisional = 日期暂定:放假安排还没有官方通知。
