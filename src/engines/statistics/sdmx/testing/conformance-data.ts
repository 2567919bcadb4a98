import { conformanceFlow } from '../../registry/conformance.ts';
import { type FixtureRelease, type FixtureRow } from './memory-store.ts';

/** Invented annual figures of 2000 to 2024 for a few areas, the same at every call. */
export function conformanceRelease(): FixtureRelease {
  const rows: FixtureRow[] = [];
  for (const area of ['N', 'S', 'W']) {
    for (const sex of ['F', 'M', '_T']) {
      for (let year = 2000; year <= 2024; year += 1) {
        const status = year % 7 === 0 ? 'E' : 'A';
        rows.push({
          key: ['A', area, sex],
          period: String(year),
          value: (area.charCodeAt(0) * 7 + sex.charCodeAt(0) * 3 + year) / 10,
          attributes: {
            OBS_STATUS: status,
            CONF_STATUS: 'F',
            UNIT_MULT: '0',
            DECIMALS: '1',
            ...(year === 2024 ? { COMMENT: 'Provisional & invented, "made up"' } : {}),
          },
        });
      }
    }
  }
  return { flow: conformanceFlow, release: 1, releasedAt: new Date('2025-01-15T10:00:00Z'), rows };
}
