export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];
export type ThemeChoice = Theme | 'system';

const KEY = 'fusion.theme';

function isChoice(value: string | null): value is ThemeChoice {
  return value === 'system' || THEMES.some((theme) => theme === value);
}

export function themeChoice(): ThemeChoice {
  const stored = localStorage.getItem(KEY);
  return isChoice(stored) ? stored : 'system';
}

/** What the person or, where they leave it to it, the device asks for. */
function currentTheme(): Theme {
  const choice = themeChoice();
  if (choice !== 'system') return choice;
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function show(): void {
  document.documentElement.dataset.theme = currentTheme();
}

export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(KEY, choice);
  show();
}

/** Before the first paint, and again whenever the device or another tab changes its mind. */
export function startTheme(): void {
  show();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
  matchMedia('(prefers-contrast: more)').addEventListener('change', show);
  addEventListener('storage', (event) => {
    if (event.key === KEY) show();
  });
}
