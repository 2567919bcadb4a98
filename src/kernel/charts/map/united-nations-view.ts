// Natural Earth draws who controls; a map of an international programme draws as the United Nations does. What follows is from
// general knowledge of United Nations maps (general resolutions 68/262 and 1541 among them) and is marked unverified on the map.

/** A box in degrees: west, south, east, north. */
export type Box = readonly [number, number, number, number];

/** Polygons whose middle lies in the box belong to another area of M49 than Natural Earth says. */
export const moved: readonly { readonly from: string; readonly within: Box; readonly to: string }[] = [
  { from: '643', within: [32, 44, 36.7, 46.3], to: '804' }, // Crimea
  { from: '250', within: [-56, 1, -50, 7], to: '254' }, // French Guiana
  { from: '250', within: [-62.5, 15.6, -60.9, 16.6], to: '312' }, // Guadeloupe
  { from: '250', within: [-61.5, 14.2, -60.7, 15], to: '474' }, // Martinique
  { from: '250', within: [54, -22, 57, -20], to: '638' }, // Réunion
  { from: '250', within: [44.5, -13.5, 45.6, -12], to: '175' }, // Mayotte
  { from: '578', within: [5, 74, 36, 82], to: '744' }, // Svalbard
  { from: '578', within: [-10, 70, -7, 72], to: '744' }, // Jan Mayen
  { from: '528', within: [-69, 11, -62, 19], to: '535' }, // Bonaire, Saba, Sint Eustatius
];

/** Parts of polygons that Natural Earth draws with the State that controls them; their new edges are dashed. */
export const recut: readonly { readonly from: string; readonly within: Box; readonly to: string }[] = [
  { from: '504', within: [-20, 20, -8.6, 27.667], to: '732' }, // Western Sahara, west of the berm
  { from: '376', within: [35.63, 32.7, 36.5, 33.4], to: '760' }, // Golan (Security Council resolution 497)
];

/** Lines of control that are no boundaries and are not drawn, since the cuts above take their place. */
export const hiddenBoundaries: readonly (readonly [string, string])[] = [
  ['504', '732'],
  ['376', '760'],
];

/** Areas without an M49 number of their own, or that M49 counts with another, by the name or number that Natural Earth gives. */
export const merged: Readonly<Record<string, string>> = {
  Kosovo: '688',
  Somaliland: '706',
  'N. Cyprus': '196',
  'Cyprus U.N. Buffer Zone': '196',
  Dhekelia: '196',
  Akrotiri: '196',
  Baikonur: '398',
  'USNB Guantanamo Bay': '192',
  '158': '156',
};

/** Filled as belonging to no State. */
export const undeterminedAreas: ReadonlySet<string> = new Set(['Siachen Glacier']);

/** Not drawn: Antarctica has no figures and would take a quarter of the sheet. */
export const leftOut: ReadonlySet<string> = new Set(['010']);

/** Non-self-governing territory whose status is open: its own pattern unless it has a figure. */
export const westernSahara = '732';

export interface DashedBoundary {
  readonly between: readonly [string, string];
  /** Only the stretch whose middle lies in one of the boxes; all of it when absent. */
  readonly within?: readonly Box[];
}

/** Boundaries that are not final, or lines that are none: dashed. Names where Natural Earth gives no number. */
export const dashedBoundaries: readonly DashedBoundary[] = [
  { between: ['356', '586'], within: [[73, 32.4, 79, 37.5]] }, // Line of Control in Jammu and Kashmir
  {
    between: ['356', '156'],
    within: [
      [77, 32.4, 81, 36.5],
      [91.4, 26, 98, 30],
    ],
  }, // Aksai Chin; Arunachal Pradesh
  { between: ['356', 'Siachen Glacier'] },
  { between: ['586', 'Siachen Glacier'] },
  { between: ['156', 'Siachen Glacier'] },
  { between: ['728', '729'] }, // Sudan and South Sudan, Abyei on it
  { between: ['728', '404'] }, // Ilemi triangle
  { between: ['818', '729'] }, // Halaib triangle
  { between: ['275', '376'] }, // State of Palestine and Israel
  { between: ['408', '410'] }, // armistice line in Korea
  { between: ['688', 'Kosovo'] }, // Security Council resolution 1244 (1999)
];
