"""Results of voting rounds as files: tables, spreadsheets, Pabulib."""
