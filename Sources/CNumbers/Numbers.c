#include "CNumbers.h"

#include <stdio.h>

int number_print(char *text, size_t size, NumberNotation notation, int decimals, double value) {
  switch (notation) {
  case NumberNotationFixed: return snprintf(text, size, "%.*f", decimals, value);
  case NumberNotationScientific: return snprintf(text, size, "%.*e", decimals, value);
  }
  return 0;
}
