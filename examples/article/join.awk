# usage: awk -v title=TITLE [-v language=zh] -f join.awk SECOND.md FIRST.md
# Puts two tables of claims (--export-markdown), of other seeds each, beside one another: a row a claim.
# Columns of each: figure, claim, data, state, measured, threshold, counter-run.
BEGIN { FS = " \\| " }
{ sub(/^\| /, ""); sub(/ \|$/, "") }
FNR == 1 && NR != FNR {
  print "# " title
  print ""
}
FNR == 1 && NR != FNR && language == "zh" {
  print "阈值先在种子 1–3 上定下，之后才在种子 4–8 上测量。`identification` 一开始就有五个种子，其第一栏是种子 1–5。± 为各种子平均值的 95 % 区间。“反例”是测试中测量同一论断而它必须不成立的训练。"
  print "由 `examples/article/draw` 生成。"
  print ""
  print "| 图 | 论断 | 数据 | 阈值 | 种子 1–3 | 种子 4–8 | 反例 |"
  print "| --- | --- | --- | --- | --- | --- | --- |"
}
FNR == 1 && NR != FNR && language != "zh" {
  print "Thresholds were set on seeds 1–3, before anything was measured on seeds 4–8; the first column of `identification` is of seeds 1–5. ± is the 95 % interval of the mean over seeds. \"Fails on\" is the"
  print "training on which the tests measure the same claim, and on which it must fail. Made by `examples/article/draw`."
  print ""
  print "| figure | claim | data | threshold | seeds 1–3 | seeds 4–8 | fails on |"
  print "| --- | --- | --- | --- | --- | --- | --- |"
}
FNR < 3 { next }
NR == FNR { second[$1 FS $2] = $4 ": " $5; next }
{
  sub(/, [0-9]+ seeds/, "", $3)
  sub(/，[0-9]+ 个种子/, "", $3)
  # What is not trained has no seeds.
  other = $3 == "–" ? "–" : ($1 FS $2) in second ? second[$1 FS $2] : "–"
  print "| " $1 " | " $2 " | " $3 " | " $6 " | " $4 ": " $5 " | " other " | " $7 " |"
}
