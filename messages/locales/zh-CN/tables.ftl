# 一张表:打成行,或者填好发回来

table-name = { $company } { $title } { $year }.xlsx
table-title = { $company } { $year } 年度年报:{ $title }
table-empty = 没有读到任何一行。每行一条,列之间用逗号隔开;没有就点「无」。
table-at = { $at }{ $fault }
table-row = 第 { $row } 行
table-cell = { $cell }{" "}
table-headings = 表头
table-too-many-cells = 列数多了,应为 { $wanted } 列。列之间用逗号、竖线或空格隔开。
table-cell-missing = 缺「{ $column }」,请补上后整表重发。
table-cell-fault = 「{ $column }」:{ $why }
table-no-such-column = 这张表没有「{ $column }」这一列,请删掉这一列再发。
table-column-twice = 「{ $column }」有两列,不知道用哪一列。请删掉一列再发。
table-column-missing = 没有「{ $column }」这一列,请补上再发。
table-faults = ❗ 「{ $title }」整张没记:{ $count } 处要改
table-fault = ❓ { $why }
table-faults-more = 另有 { $count } 处,写在下面这张表最右边的「问题」一列。
table-faults-more-typed = 另有 { $count } 处,先改这些再发。
table-fault-column = 问题
table-fault-name = { $title } 有问题的地方.xlsx
table-fault-caption = { $title }:每行的问题写在最右边一列,改好把这份发回来
table-example = 例:{ $value }
