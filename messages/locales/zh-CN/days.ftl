# 说回一天:还有几天,比法定截止早还是晚
day-when = { $days ->
    [0] 就是今天
   *[other] 还有 { $days } 天
  },{ $side ->
    [before] 比法定截止 { $statutory } 早 { $apart } 天
    [after] ⚠️ 比法定截止 { $statutory } 晚 { $apart } 天
   *[same] 正是法定截止日
  }
said-waiting-when = { $said }({ $when })
said-step-on = ✅ 已加上,截止 <b>{ $day }</b>:{ $when }
hours-not-kept = ℹ️ 这里按天记,不记 { $at }。
