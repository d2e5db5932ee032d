# 几个没说归到哪一项的文件,一个一个问
loose-more = { $count ->
    [1] 接着再问「{ $name }」。
   *[other] 接着再问「{ $name }」等 { $count } 个文件。
}
loose-left = 还有 { $count } 个文件:
tap-loose-together = 📎 这 { $count } 个一起交给同一项
tap-undo-file = ↩️ 撤销刚才那份

# 期限内报过、被退回、截止日以后再报
verdict-reported-again = 📨 <b>已报</b>:期限内报过,{ $day } 重新提交
state-reported-again = 已报(期限内报过,后又重新提交)
reported-again = 📨 已记:<b>已报</b>,{ $day }。期限内报过,这是重新提交。

# 说回来
given-signed = 已签:{ $name }
said-large = { $said }
    ⚠️ 这个数很大,请再核对一次位数和单位

# 拒绝
error-blank = 没有看到内容,请重新发一次。
