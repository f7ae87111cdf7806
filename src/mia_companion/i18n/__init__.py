"""The words on the screens: catalogues, plurals, dates, direction. Knows no other room."""
