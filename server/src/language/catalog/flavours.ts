import { sources } from './sources.ts';
import type { Confidence, Flavour, FlavourInfo } from './types.ts';

export const flavourInfo: Readonly<Record<Flavour, FlavourInfo>> = {
  openCti: {
    title: 'Open CTI',
    summary: 'A softphone in the browser: a web page that Salesforce shows in a frame. Retires on 28 February 2028.',
    importedAt: 'Setup > Call Centers',
    sources: [sources.DEF, sources.REQ, sources.EOL],
  },
  ctiToolkit: {
    title: 'CTI Toolkit',
    summary: 'The old desktop adapter: a program on Windows that Salesforce finds by its ProgID.',
    importedAt: 'Setup > Call Centers',
    sources: [sources.META, sources.H_SAMP],
  },
  partnerTelephony: {
    title: 'Partner Telephony',
    summary: 'Salesforce Voice with the telephony of a vendor whose package is installed in the org.',
    importedAt: 'Setup > Partner Telephony Contact Centers',
    sources: [sources.PT, sources.EX_PARTNER],
  },
  amazonConnect: {
    title: 'Amazon Connect',
    summary: 'Salesforce Voice as partner telephony with your own Amazon Connect instance.',
    importedAt: 'Setup > Partner Telephony Contact Centers',
    sources: [sources.EX_AMAZON, sources.EX_README, sources.FLEX],
  },
};

export const confidenceLabels: Readonly<Record<Confidence, string>> = {
  documented: 'documented by Salesforce',
  observed: 'seen in published files and reports, not documented',
  inferred: 'our conclusion, not documented',
};
