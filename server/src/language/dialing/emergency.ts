/**
 * The best-known emergency numbers, and the calling codes of the countries that have them: 112 in Europe, Turkey and India,
 * 911 in North America, Mexico and the Philippines, and others that one country or two made their own. Each pair is in the
 * short number metadata of Google's libphonenumber, asked by `ShortNumberInfo.isEmergencyNumber` of google-libphonenumber
 * 3.2.47 for the main region of the calling code; libphonenumber-js brings none of that. Not all there are: one that is
 * missing is taken for a short number, and nothing wrong is said of it.
 */
const callingCodes: Readonly<Record<string, string>> = {
  '000': '61',
  '110': '49 81 86',
  '111': '64',
  '112':
    '30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 90 91 351 352 353 354 356 357 358 359 370 371 372 385 386 420 421 423',
  '119': '81 82 86',
  '911': '1 52 63',
  '999': '44 60 65 353 852 971',
};

/** The emergency numbers of the countries with a calling code; of all countries where none is given. */
export function emergencyNumbers(callingCode: string | undefined): readonly string[] {
  const numbers = Object.keys(callingCodes);
  if (callingCode === undefined) return numbers;
  return numbers.filter((number) => callingCodes[number]?.split(' ').includes(callingCode));
}
