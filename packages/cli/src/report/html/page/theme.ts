/** Light, dark, or as the system says; kept for the next report where the browser allows it. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'kernts-theme';
const after: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };

export function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A page from a file may have no storage; the theme then lasts as long as the page.
  }
}

export function nextTheme(theme: Theme): Theme {
  return after[theme];
}
