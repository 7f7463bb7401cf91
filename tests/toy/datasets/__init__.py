"""The toy workbook's tables: enough for the setup cells of its two exercises."""
