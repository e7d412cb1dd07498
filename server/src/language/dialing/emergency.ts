/**
 * The best-known emergency numbers, by calling code; those of 112 and 911 are the two that ITU-T E.161.1 recommends. Not
 * all there are: a number that is missing is taken for a short one, and nothing wrong is said of it.
 */
const byCode: Readonly<Record<string, readonly string[]>> = {
  '112': [
    '30',
    '31',
    '32',
    '33',
    '34',
    '351',
    '352',
    '353',
    '358',
    '36',
    '39',
    '40',
    '41',
    '420',
    '421',
    '43',
    '44',
    '45',
    '46',
    '47',
    '48',
    '49',
    '90',
    '91',
  ],
  '911': ['1', '52', '63'],
  '999': ['44', '353', '65', '852', '60', '971'],
  '000': ['61'],
  '111': ['64'],
  '110': ['49', '81', '86'],
  '119': ['81', '82', '86'],
};

/** The emergency numbers of the countries with a calling code; of all countries where none is given. */
export function emergencyNumbers(callingCode: string | undefined): readonly string[] {
  const codes = Object.keys(byCode);
  return callingCode === undefined ? codes : codes.filter((code) => byCode[code]?.includes(callingCode));
}
