/** The colours in which every surface is looked at. */
export const themes = ['light', 'dark', 'high-contrast'] as const;
export type Theme = (typeof themes)[number];

/**
 * Lets the window follow what the page says about the person's preferences: the colours change without a click, so that
 * lists and hovers stay open.
 */
export const themeSettings = {
  'window.autoDetectColorScheme': true,
  'window.autoDetectHighContrast': true,
  'workbench.preferredLightColorTheme': 'Light Modern',
  'workbench.preferredDarkColorTheme': 'Dark Modern',
  'workbench.preferredHighContrastColorTheme': 'Default High Contrast',
};

/** What a page is told to prefer, and the class by which the workbench shows that it does. */
export const appearances = {
  light: { media: { colorScheme: 'light', forcedColors: 'none' }, mark: 'vs' },
  dark: { media: { colorScheme: 'dark', forcedColors: 'none' }, mark: 'vs-dark' },
  'high-contrast': { media: { colorScheme: 'dark', forcedColors: 'active' }, mark: 'hc-black' },
} as const satisfies Readonly<Record<Theme, unknown>>;
