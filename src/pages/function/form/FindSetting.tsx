import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Dialog } from '@/components/Dialog'
import { FilterList } from '@/components/FilterList'
import { Icon } from '@/components/Icon'
import { useShortcut } from '@/components/use-shortcut'
import { settingsFor } from '../settings-index'
import { tabPath } from '../tabs'
import { useWorkbench } from '../workbench'
import classes from './FormPage.module.css'
import dialogClasses from './FindSetting.module.css'
import { findSettings, settingChoices } from './find-settings'
import { fieldId } from './use-field'

/** The way to any setting by a few letters, on this tab or another one. */
export function FindSetting() {
  const { ref, control } = useWorkbench()
  const navigate = useNavigate()
  const [isOpen, setIsOpen] = useState(false)
  useShortcut(
    'f',
    (event) => {
      event.preventDefault()
      setIsOpen(true)
    },
    'Find a setting',
  )
  return (
    <>
      <button
        type="button"
        className={classes.find}
        aria-haspopup="dialog"
        aria-keyshortcuts="f"
        onClick={() => setIsOpen(true)}
      >
        <Icon name="search" size={14} />
        <span>Find a setting…</span>
        <kbd aria-hidden="true">F</kbd>
      </button>
      {isOpen && (
        <Dialog title="Find a setting" onClose={() => setIsOpen(false)} width={560}>
          <div className={dialogClasses.box}>
            <FilterList
              label="Name of a setting"
              items={settingChoices(settingsFor(control.draft.config))}
              search={findSettings}
              onPick={({ setting }) => {
                setIsOpen(false)
                void navigate(tabPath(ref, { segment: setting.tab }, fieldId(setting.path)), {
                  preventScrollReset: true,
                })
              }}
            />
          </div>
        </Dialog>
      )}
    </>
  )
}
