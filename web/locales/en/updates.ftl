### What several labs say: guesses, and the timeline of updates.

start-yours = your guess
start-true = True:

start-timeline = Timeline of updates
start-position = Update
start-play = Play
start-pause = Pause
start-next = One update on
start-back = One update back
start-update-of = update { $update } of { $last }
