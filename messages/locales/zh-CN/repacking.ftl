# 改用新版规则:多出什么、少了什么、什么保留

repack-title = 改用新版规则:第 { $old } 版 → 第 { $new } 版
repack-comes = ➕ 清单多出:{ $items }{ $more ->
    [0] {""}
   *[other]  等,另 { $more } 项
}
repack-goes = ➖ 清单不再要:{ $items }{ $more ->
    [0] {""}
   *[other]  等,另 { $more } 项
}
repack-changes = ✏️ 清单有改动:{ $items }{ $more ->
    [0] {""}
   *[other]  等,另 { $more } 项
}
repack-same-list = 清单不变
repack-rules = 多 { $count } 条核对规则
repack-inputs = 多 { $count } 项校验数据(只用来核对,不算欠)
repack-papers = 多 { $count } 项变动材料(触发实质性变动才要)
repack-fewer-rules = 少 { $count } 条核对规则,它们查出的差异不再列出
repack-aside = 那一版没有的 { $count } 项已填数据先收着,换回来还在
repack-kept = 已填和已交的全部保留;换了还能换回来
tap-repack-back = ↩️ 换回第 { $version } 版
said-repacked = ✅ 已改用第 { $version } 版规则,已填的都在
tap-repack = 🔁 改用新版规则
tap-repack-sure = ✅ 改用新版
event-pack-moved = 规则从第 { $old } 版改用第 { $new } 版
error-other-report = 换规则只能在同一种许可证内;要报另一张许可证,请在「企业」里加一份年报
error-version-unfit = 这份年报不能直接换到那一版:已填的内容或改过的步骤在那一版里对不上。可以继续用现在的版本
