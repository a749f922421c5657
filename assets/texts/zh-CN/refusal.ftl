# 为什么没有办成、现在怎么办、找谁帮忙
refusal-closed-today = 现在还没开放，今天 { $time } 开始办理。
refusal-closed-day = 现在不在办理时间，{ $date } { $time } 开始办理。
refusal-closed = 这项业务暂停办理，请向工作人员咨询。
refusal-quota-day = 今天的 { $quota } 个号已经取完，{ $date } { $time } 可以再来取。
refusal-quota = 今天的 { $quota } 个号已经取完，请向工作人员咨询。
refusal-series-exhausted = 今天的号码已经用完，请向工作人员咨询。
refusal-no-such-service = 没有找到这项业务，请返回重新选择。
refusal-no-such-counter = 没有找到这个窗口，请重新选择窗口。
refusal-no-such-ticket = 没有找到这个号码，请向工作人员咨询。
refusal-no-such-notice = 没有找到这条公告，它可能已经撤下。
refusal-no-such-help = 这次求助已经有人处理了。
refusal-no-such-message = 没有找到这条留言，它可能已过保存期。
refusal-too-many-messages = 刚才留言的人多，请过 { $minutes } 分钟再来，或者直接告诉工作人员。
refusal-not-a-phone = 这个电话号码好像不对，请检查后再输。手机号码是 11 位数字。
refusal-no-phone = 这条留言没有电话号码，或者号码已过保存期。
refusal-unreadable = 读不出来：它是用另一把密钥保存的，请找管理员。
refusal-no-such-person = 没有找到这个人或设备。
refusal-bad-link = 这个链接打不开。请重新扫一次二维码，或者到服务台询问。
refusal-wrong-presence-code = 到场码不对或已经过期。请看终端屏幕上现在的六位数字，再输一次。
refusal-not-by-phone = 这项业务请到现场终端取号。
refusal-not-now = 这个号码现在是“{ $state }”，不能{ $verb }。
refusal-nobody-waits = 现在没有人在等您这个窗口的业务。
refusal-counter-not-open = 窗口还没有开放，请先点“开始接待”。
refusal-counter-busy = 手上还有 { $label }，请先办结或暂放。
refusal-counter-taken = { $by } 正在这个窗口，请换一个窗口，或先请对方下线。
refusal-not-served-here = 这个窗口不办理这项业务。
refusal-nothing-to-undo = 没有可以撤回的操作，只能撤回十秒内的一步。
refusal-rated-already = 您已经评价过了，谢谢。
refusal-wrong-password = 姓名或密码不对，请再试一次。忘记密码请找管理员。
refusal-name-taken = 这个名字已经有人用了，请换一个。
refusal-series-overlap = 号段与另一项业务重叠，请换一段。
refusal-shown-once = 这个内容只显示一次，已经显示过了。
refusal-request-id-reused = 这一页放得太久了，请刷新后再试。

# 其他意外
error-not-allowed = 您没有做这件事的权限，请找管理员。
error-bad-input = 填写的内容有误，请检查后再试。
error-not-found = 没有这个页面。
error-full = 终端的存储满了，这一步没有保存。请告诉工作人员。
error-store = 系统暂时没能保存这一步，请稍后再试，或到服务台办理。
error-unreachable = 连不上会客厅的终端，不知道是否办成。请稍等再试，重复操作不会多取号。
error-overloaded = 现在人多，系统有点忙，请过几秒再试。
error-too-often = 试的次数太多了，请过一会儿再试。
error-too-large = 发来的内容太大，没有收下。
error-not-here = 请从会客厅的网页上操作。

# 号码所在的状态
state-waiting = 等候中
state-called = 已叫号
state-serving = 办理中
state-parked = 暂放
state-served = 已办结
state-no-show = 过号
state-cancelled = 已取消
state-expired = 已过期

# 对号码能做的事
verb-call = 叫号
verb-recall = 重呼
verb-start = 开始办理
verb-finish = 办结
verb-no-show = 记为未到
verb-park = 暂放
verb-transfer = 转办
verb-cancel = 取消
verb-expire = 过期
