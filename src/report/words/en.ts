// What the pages say in English.
import { fr, type ReportWords } from './fr.ts';

/** The words of the pages in English. */
export const en: ReportWords = fr;
