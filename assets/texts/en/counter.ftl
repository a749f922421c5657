# The counter page /counter
counter-title = Counter
counter-sign-in = Sign in
counter-sign-in-hint = With the name and password that an administrator gave you
counter-name-label = Name
counter-password-label = Password
counter-sign-out = Sign out

counter-choose = Which counter is yours?
counter-choose-taken = { $by } is here
counter-choose-none = No counters are set up yet. Please ask an administrator.
counter-change = Change counter

counter-state-open = open
counter-state-paused = paused
counter-state-closed = closed
counter-mine = you are here
counter-open = Open the counter
counter-resume = Resume
counter-pause = Pause
counter-close = Close the counter

counter-idle = Nobody is being served
counter-idle-hint = Press Space to call the next number
counter-closed-hint = Open the counter to call numbers
counter-paused-hint = Paused: nobody is called here
counter-nobody = Nobody is waiting
counter-called-for = Called · { $elapsed }
counter-serving-for = Serving · { $elapsed }
counter-calls =
    { $count ->
        [one] called once
       *[other] called { $count } times
    }

counter-next = Call next
counter-finish-next = Finish, call next
counter-start = Start
counter-recall = Recall
counter-finish = Finish
counter-no-show = No-show
counter-park = Park
counter-transfer = Transfer
counter-undo = Undo
counter-undo-left = { $seconds } s left to undo
counter-call-this = Call { $label }
counter-call-back = Call back
counter-reprint = Print slip again
counter-reprinted = The terminal is printing the slip again.
counter-key-space = Space

counter-transfer-question = Where does { $label } go?
counter-transfer-service = To the service
counter-transfer-counter = To the counter
counter-transfer-any = Any
counter-transfer-note = Their waiting time counts on; they do not start again
counter-park-question = Why is { $label } parked?
counter-park-note = Note (optional)
counter-park-copy = making copies
counter-park-photo = having a photo taken
counter-park-papers = fetching papers from home

counter-waiting = { $count } waiting
counter-waiting-none = Nobody is waiting
counter-waiting-range = New arrivals: about { $low }–{ $high } min
counter-waited = { $minutes } min
counter-waited-now = just now
counter-aside = { $absent } absent · { $parked } parked
counter-absent-times =
    { $count ->
        [one] absent once
       *[other] absent { $count } times
    }
counter-parked = parked
counter-meant-here = for this counter
counter-badge-priority = priority
counter-badge-phone = phone

counter-today-served = Served
counter-today-serve-time = Service
counter-today-wait-time = Wait
counter-today-forecast = Forecast
counter-today-satisfied = Satisfied
counter-minutes = { $minutes } min
counter-plus-minus = ± { $minutes } min
counter-percent = { $percent }%
counter-none-yet = –

counter-printer-ok = Printer ready
counter-printer-low = Paper low
counter-printer-out = Out of paper
counter-printer-offline = Printer not connected
counter-printer-problem = Printer fault
counter-printer-none = No printer
counter-printer-cover = Printer cover open
counter-sound-ok = Sound on
counter-sound-off = Sound off
counter-sound-none = No speaker
counter-alert-out = { $origin }: out of paper. Please add a roll. Residents can still take numbers and photograph them.
counter-alert-low = { $origin }: paper is nearly used up. Please have a new roll ready.
counter-alert-cover = { $origin }: the printer's cover is open. Please close it.
counter-alert-sound = { $origin }: there is no sound, so the board flashes instead. Please check the speaker.
counter-alert-silent = { $origin }: the terminal does not answer. Please check its power and network.
counter-alert-offline = { $origin }: the printer is not connected. Please check power and cable. Residents can still take numbers.
counter-alert-problem = { $origin }: the printer has a fault, please check it. { $detail }
counter-alert-help = { $origin }: somebody needs help, waiting for
counter-alert-help-answer = I am going
