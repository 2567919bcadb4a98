// The workspaces' side: parts on React Aria, for pages that hydrate. All of `browser.ts` may be used beside them.
export { ChoiceList } from './workspace/choice-list.tsx';
export { SearchSelect, type Option } from './workspace/combo-box.tsx';
export { DayField } from './workspace/date-picker.tsx';
export { DialogButton } from './workspace/dialog.tsx';
export { MenuButton, type MenuEntry } from './workspace/menu.tsx';
export { NumberInput } from './workspace/number-input.tsx';
export { SelectTable } from './workspace/select-table.tsx';
export { tell, Toasts } from './workspace/toast.tsx';
export { Explain } from './workspace/tooltip.tsx';
