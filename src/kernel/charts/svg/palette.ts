// Series colours have a contrast of at least 4.5:1 with the paper of their theme and stay apart under red-green and blue
// blindness together with their marker or pattern; map classes differ in lightness alone, so that they survive a photocopy.
const light = {
  ink: '#1d2329',
  muted: '#59636e',
  grid: '#e3e6e9',
  axis: '#8b949e',
  paper: '#ffffff',
  flag: '#b42318',
  'series-1': '#0b5fa5',
  'series-2': '#b4470d',
  'series-3': '#0a7a63',
  'series-4': '#8e3a9d',
  'series-5': '#7a6000',
  'series-6': '#b01e5b',
  'series-7': '#0f7590',
  'series-8': '#5a6169',
  'map-1': '#dbe9f4',
  'map-2': '#b0cfe6',
  'map-3': '#7bb0d5',
  'map-4': '#438bbd',
  'map-5': '#1b6496',
  'map-6': '#083e66',
  'map-line': '#7d8791',
  'map-blank': '#f6f7f8',
  'map-hatch': '#a3acb5',
} as const;

export type ChartToken = keyof typeof light;

const dark: Readonly<Record<ChartToken, string>> = {
  ink: '#e8ebee',
  muted: '#a3adb8',
  grid: '#2c343c',
  axis: '#76818c',
  paper: '#14181d',
  flag: '#ff8a7a',
  'series-1': '#74b3f0',
  'series-2': '#f2975c',
  'series-3': '#4fc9a8',
  'series-4': '#d597e6',
  'series-5': '#d9b945',
  'series-6': '#f788b2',
  'series-7': '#62c6e0',
  'series-8': '#b4bdc7',
  'map-1': '#173a52',
  'map-2': '#1f5679',
  'map-3': '#2f78a6',
  'map-4': '#5a9dcb',
  'map-5': '#92c3e4',
  'map-6': '#d3e9f8',
  'map-line': '#6f7a85',
  'map-blank': '#1d2329',
  'map-hatch': '#5b6671',
};

/** The house's chart colours for light and for dark pages. */
export const chartPalettes: Readonly<Record<'light' | 'dark', Readonly<Record<ChartToken, string>>>> = { light, dark };

/** The colours as CSS declarations (`--chart-ink:#…;`), for the page's own stylesheet to set under each theme. */
export function chartTokensCss(theme: 'light' | 'dark'): string {
  return Object.entries(chartPalettes[theme])
    .map(([token, colour]) => `--chart-${token}:${colour};`)
    .join('');
}
