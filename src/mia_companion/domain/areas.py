"""The areas of life and the parties around a person. Open: a word from a later version is kept as it is."""

STUDIES = "studies"
HEALTH = "health"
FINANCES = "finances"
WORK_TRAINING = "work_training"
CARE = "care"
EVERYDAY = "everyday"
CONFIDENCE = "confidence"

AREAS = (STUDIES, HEALTH, FINANCES, WORK_TRAINING, CARE, EVERYDAY, CONFIDENCE)

REGION = "region"
INSURANCE = "insurance"
EMPLOYMENT = "employment"
MUNICIPALITY = "municipality"
OTHER = "other"

PARTIES = (REGION, INSURANCE, EMPLOYMENT, MUNICIPALITY, OTHER)
"""Regionen (vården), Försäkringskassan, Arbetsförmedlingen, kommunen, and anyone else."""

ASSESSMENT = "assessment"
HEALTH_NOTES = "health_notes"
PLAN = "plan"
TIMES = "times"
FINANCE_NOTES = "finance_notes"
WORK = "work"

INFO_CATEGORIES = (PLAN, TIMES, HEALTH_NOTES, ASSESSMENT, WORK, FINANCE_NOTES)
"""The kinds of information that a consent can name: the common plan, booked times, health, assessments of
what one can do, work and studies, finances."""
