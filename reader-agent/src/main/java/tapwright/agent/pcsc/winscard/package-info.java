/**
 * A javax.smartcardio provider over the PC/SC library of the machine: libpcsclite, WinSCard or the
 * PCSC framework. Waits disturb nobody, and a service that was restarted is found again.
 */
@NullMarked
package tapwright.agent.pcsc.winscard;

import org.jspecify.annotations.NullMarked;
