import { PermissionsField as PermissionsField_eeeb9353dbcfce040234574db84302f2 } from '../../../../plugins/agency/admin/PermissionsField'
import { AmountCell as AmountCell_7af8ecd49a8e5e42f1bcb6c992bcca91 } from '../../../../plugins/kernel/admin/AmountCell'
import { AmountField as AmountField_d3d898a98ec8c064641a3dd1227a1fd0 } from '../../../../plugins/kernel/admin/AmountField'
import { StateCell as StateCell_2371735f0dfbed42af8a8b600ca556c2 } from '../../../../plugins/kernel/admin/StateCell'
import { StateField as StateField_26fa1872bb650bc1626db81ac5644f6a } from '../../../../plugins/kernel/admin/StateField'
import { MailContentField as MailContentField_155f04ed9cb84aa0f8e9da79fcc65b82 } from '../../../../plugins/work/admin/MailContentField'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/plugins/agency/admin/PermissionsField#PermissionsField": PermissionsField_eeeb9353dbcfce040234574db84302f2,
  "/plugins/kernel/admin/AmountCell#AmountCell": AmountCell_7af8ecd49a8e5e42f1bcb6c992bcca91,
  "/plugins/kernel/admin/AmountField#AmountField": AmountField_d3d898a98ec8c064641a3dd1227a1fd0,
  "/plugins/kernel/admin/StateCell#StateCell": StateCell_2371735f0dfbed42af8a8b600ca556c2,
  "/plugins/kernel/admin/StateField#StateField": StateField_26fa1872bb650bc1626db81ac5644f6a,
  "/plugins/work/admin/MailContentField#MailContentField": MailContentField_155f04ed9cb84aa0f8e9da79fcc65b82,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
