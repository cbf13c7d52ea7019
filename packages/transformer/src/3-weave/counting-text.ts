/** What is woven where only hits count. */
import type { Activation } from '../1-select/select.js';
import { counted, countedEntry, isInitialiser, type ProbeAction, type Vocabulary } from './vocabulary.js';

/** Hits only: array elements with constant indices. */
export function countingText(action: ProbeAction, activation: Activation, vocabulary: Vocabulary): string {
  const { prefix: k } = vocabulary;
  switch (action.do) {
    case 'line':
      if (action.use === 'resume') return '';
      return `${counted(action.site, vocabulary)}${action.as === 'statement' ? ';' : ','}`;
    case 'enter': {
      const hits = vocabulary.binding === 'ahead' ? `${k}h` : `(${k}h||${k}i())`;
      const counts = countedEntry(action.firstSite, activation, vocabulary, hits);
      if (isInitialiser(action.form)) return `(${counts.join()},`;
      return `${action.form === 'expression' ? '{' : ''}${counts.join(';')};${action.form === 'expression' ? 'return ' : ''}`;
    }
    case 'leave':
      if (isInitialiser(action.form)) return ')';
      return action.form === 'expression' ? '}' : '';
    case 'link':
      return `...(${counted(action.site, vocabulary)},[])`;
    default:
      return '';
  }
}
