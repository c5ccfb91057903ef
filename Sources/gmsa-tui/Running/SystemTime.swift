// The clock on the wall: the one place where the program asks what time it is.

import DashboardModel
import Glibc

enum SystemTime {
  /// Now.
  static var now: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
