'use client'

import { createContext, useContext } from 'react'

import type { CommandAction } from './command-action'

/** Opens the dialog of a command that asks for more than fields; `onDone` when it was carried out. */
export type OpenOwnDialog = (asked: { action: CommandAction; onDone: () => void }) => void

const OwnDialogs = createContext<Readonly<Record<string, OpenOwnDialog>>>({})

/** Gives commands a dialog of their own, wherever they are offered; of plugins, around the admin. */
export const OwnDialogsProvider = OwnDialogs.Provider

/** The dialogs of their own that commands have, by the name of the command. */
export const useOwnDialogs = (): Readonly<Record<string, OpenOwnDialog>> => useContext(OwnDialogs)
