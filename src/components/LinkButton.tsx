import { Button, type ButtonProps } from '@mantine/core'
import { Link, type LinkProps } from 'react-router'
import classes from './LinkButton.module.css'

/** A link that looks like a button: for what leads to another page, so that it opens in a tab and is announced as a link. */
export function LinkButton(props: ButtonProps & Omit<LinkProps, keyof ButtonProps>) {
  return <Button component={Link} {...props} className={classes.link} />
}
