export { Outlet as Component } from 'react-router'
export { TabError as ErrorBoundary } from './TabError'
