"""The calendar: a week and a day of everyone the coordinator works with."""
