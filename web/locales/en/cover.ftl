### Covered numbers: slots, answers, feedback.
