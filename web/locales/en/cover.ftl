### Covered numbers: slots, answers, feedback.

## Slots

cover-turn = Your turn: { $question }
cover-ask-value = the value of { $node }?
cover-ask-gradient = the gradient of { $node }?
cover-ask-contribution = what does { $gate } hand to { $node }?
cover-ask-partial = the local derivative of { $gate } by { $node }?
cover-play = Play, and each covered number is asked for. Or click one to see it.
cover-answer = Your answer
cover-check = Check
cover-reveal = Show it
cover-positive = Positive
cover-negative = Negative
cover-zero = Zero
cover-hint-sign = + or −
cover-hint-number = a number
cover-hint-expression = an expression

## Answers that say yes

cover-right = Yes: { $sentence }
cover-right-add = Yes: + hands the same { $amount } to both.
cover-right-plain = Yes: { $value }

## Answers that cannot be read

cover-empty = Type an answer, or press Enter to see it.
cover-needs-number = A sign is a good start. Here the number is asked for.
cover-unreadable = { $reason }
cover-unknown-name = Nothing here is called { $name }.

## Answers that say not yet

cover-wrong = Not yet. { $rule }
cover-compute = { $node } is { $formula }.
cover-add-up = { $node } is used { $of } times: add what each wire brings.
cover-no-path = Does a change here reach the output at all?
cover-number-only = Right at these inputs. Now find an expression that stays right when they change.
cover-mistake-sign = The size is right. Look at the sign.
cover-mistake-value = That is the value of { $node }. Its gradient is asked for.
cover-mistake-overwrote = That is what one wire brings. { $node } is used { $of } times, and its contributions add up.
cover-mistake-incoming-of-all = Those are the local derivatives alone. Each is multiplied by its incoming gradient first.
cover-mistake-incoming = That is the local derivative alone. Multiply it by the incoming gradient, { $incoming }.
cover-mistake-local = That is the incoming gradient as it came. Multiply it by the local derivative of this gate.
cover-mistake-added = You added. Incoming gradient and local derivative are multiplied.
cover-mistake-rounded = Very near: rounded numbers were multiplied. Use more digits, or an expression.
cover-mistake-swapped = That is the gradient times { $node } itself. A product hands each input the other one.
cover-mistake-split = Nothing is split: a sum hands each input the whole gradient.
