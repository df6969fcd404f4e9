import { useState } from 'react'
import { Dialog } from '@/components/Dialog'
import { currentShortcuts, keyCaps } from '@/components/use-shortcut'
import classes from './ShortcutSheet.module.css'

const everywhere = [
  { keys: 'Enter', label: 'Open what has the focus' },
  { keys: '↑ ↓', label: 'Walk along a table, a menu or a list' },
  { keys: 'Esc', label: 'Leave one layer' },
]

/** Every shortcut that works on the page from which it was opened. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const [shortcuts] = useState(currentShortcuts)
  const rows = [
    ...shortcuts.map(({ keys, label }) => ({ label, caps: keyCaps(keys) })),
    ...everywhere.map(({ keys, label }) => ({ label, caps: keys.split(' ') })),
  ]
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose} width={440}>
      <dl className={classes.list}>
        {rows.map(({ label, caps }) => (
          <div key={label} className={classes.row}>
            <dt>{label}</dt>
            <dd>
              {caps.map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
