"""How fast Festijn is, beside what people would use instead, measured in one run and by turns."""
