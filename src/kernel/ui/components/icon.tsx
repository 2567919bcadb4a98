import type { ReactNode } from 'react';

/** Line drawings on a grid of 20; they take the colour of the text and are hidden from screen readers. */
const drawings = {
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13 13l4 4',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M4 16l1.4-1.4M14.6 5.4 16 4',
  moon: 'M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z',
  contrast: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 3v14M10 6.5h4.8M10 10h7M10 13.5h4.8',
  person: 'M10 3.5a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4zM3.5 17c.6-3.6 3-5.3 6.5-5.3s5.9 1.7 6.5 5.3',
  download: 'M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13',
  copy: 'M7 7V3.5h9.5V13H13M3.5 7H13v9.5H3.5z',
  check: 'M4 10.5 8.2 14.5 16 6',
  cross: 'M5 5l10 10M15 5 5 15',
  warning: 'M10 3 18 16.5H2zM10 8v4M10 14v.8',
  info: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 9v4.5M10 6.3v.8',
  up: 'M5 12.5 10 7.5l5 5',
  down: 'M5 7.5l5 5 5-5',
  sort: 'M6.5 8 10 4.5 13.5 8M6.5 12 10 15.5 13.5 12',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  key: 'M7 7.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10.2 10.2H18M15 10.2v3M18 10.2v2',
  link: 'M8.5 11.5l3-3M7 9l-2 2a2.83 2.83 0 0 0 4 4l2-2M13 11l2-2a2.83 2.83 0 0 0-4-4L9 7',
} as const;

export type IconName = keyof typeof drawings;

export function Icon(props: { name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path
        d={drawings[props.name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={props.name === 'more' ? 2.6 : 1.6}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
