import { Button } from '@mantine/core'
import { CopyButton } from '@/components/CopyButton'
import { withItsSecrets, type CurlExport } from '@/domain/console/curl-export'
import { announce } from '@/lib/announce'
import { copyText } from '@/lib/clipboard'
import classes from './TryGateway.module.css'

/** A command to copy, without its secrets or, when it has any, with them. */
export function CommandBox(command: CurlExport) {
  return (
    <div className={classes.command} role="group" aria-label="As cURL">
      <div className={classes.commandHead}>
        <h3>As cURL</h3>
        <CopyButton value={command.command} label="Copy the command" />
        {command.variables.length > 0 && (
          <Button
            variant="subtle"
            onClick={() =>
              void copyText(withItsSecrets(command)).then((copied) =>
                announce(copied ? 'Copied' : 'The browser did not allow copying'),
              )
            }
          >
            Copy with its secrets
          </Button>
        )}
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <pre tabIndex={0} aria-label="Command">
        {command.command}
      </pre>
    </div>
  )
}
