import { parseDate } from '@internationalized/date';
import type { ReactNode } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
} from 'react-aria-components';
import { say, type Text } from '#kernel/i18n/say.ts';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../page-provider.tsx';

interface DayFieldProps {
  readonly label: Text;
  /** ISO day, `2026-11-22`, or null while nothing is chosen. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  readonly name?: string;
}

/** A day, typed part by part or chosen from a calendar, in the order that the language writes it. */
export function DayField({ label, value, onChange, name }: DayFieldProps): ReactNode {
  const { t } = usePage();
  return (
    <DatePicker
      className="field"
      value={value === null ? null : parseDate(value)}
      onChange={(day) => onChange(day === null ? null : day.toString())}
      {...(name !== undefined && { name })}
    >
      <Label className="label">{t(label)}</Label>
      <Group className="input date-field">
        <DateInput className="date-input">
          {(segment) => <DateSegment segment={segment} className="date-part" />}
        </DateInput>
        <Button className="icon-button" aria-label={t(say('Open the calendar'))}>
          <Icon name="calendar" />
        </Button>
      </Group>
      <Popover className="popover">
        <Dialog className="calendar-dialog">
          <Calendar>
            <header className="calendar-head">
              <Button slot="previous" className="icon-button turn-back">
                <Icon name="up" />
              </Button>
              <Heading />
              <Button slot="next" className="icon-button turn-on">
                <Icon name="up" />
              </Button>
            </header>
            <CalendarGrid className="calendar-grid">
              {(date) => <CalendarCell date={date} className="calendar-day" />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
